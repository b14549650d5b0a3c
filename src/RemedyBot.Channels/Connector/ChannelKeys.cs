using System.Text;
using System.Text.Json;
using Microsoft.IdentityModel.Protocols.OpenIdConnect;
using Microsoft.IdentityModel.Tokens;
using RemedyBot.Channels.Apps;

namespace RemedyBot.Channels.Connector;

/// <summary>
/// The keys that a Connector signs with, each with the channels it may vouch for. The last good set is kept where fetching fails. A fetch is nobody's own:
/// who asked and went away takes nothing from those who wait for the same.
/// </summary>
public sealed class ChannelKeys(HttpClient http, Uri metadata, TimeProvider time)
{
    private const int Largest = 1024 * 1024;
    private static readonly TimeSpan Life = TimeSpan.FromHours(24);
    private static readonly TimeSpan Patience = TimeSpan.FromSeconds(10);

    // Junk key ids must not be able to hammer the metadata's host.
    private static readonly TimeSpan BetweenTries = TimeSpan.FromMinutes(5);

    private readonly Lock _lock = new();
    private volatile Dictionary<string, ChannelKey> _keys = new(StringComparer.Ordinal);
    private Task _fetching = Task.CompletedTask;
    private DateTimeOffset? _fetched;
    private DateTimeOffset _next;
    private int _failures;

    /// <summary>The last try to fetch failed.</summary>
    public bool Failing => Volatile.Read(ref _failures) > 0;

    /// <summary>There never were any: nothing can be said of any token.</summary>
    public bool HasNone => _keys.Count == 0;

    /// <summary>The key of that id, or null.</summary>
    public async Task<ChannelKey?> FindAsync(string id, CancellationToken cancellation)
    {
        await RefreshAsync(id).WaitAsync(cancellation).ConfigureAwait(false);
        return _keys.GetValueOrDefault(id);
    }

    /// <summary>Fetches them, unless they are fresh and hold that one, or were asked for too lately.</summary>
    public Task RefreshAsync(string? id = null)
    {
        lock (_lock)
        {
            var now = time.GetUtcNow();
            if ((_fetched is { } fetched && now - fetched < Life && id is not null && _keys.ContainsKey(id)) || !_fetching.IsCompleted || now < _next)
                return _fetching;
            return _fetching = Task.Run(FetchAsync);
        }
    }

    private async Task FetchAsync()
    {
        using var patience = new CancellationTokenSource(Patience, time);
        try
        {
            var configuration = OpenIdConnectConfiguration.Create(await GetAsync(metadata, patience.Token).ConfigureAwait(false));
            if (!Uri.TryCreate(configuration.JwksUri, UriKind.Absolute, out var address) || (address.Scheme != Uri.UriSchemeHttps && !address.IsLoopback))
                throw new InvalidOperationException("The metadata names no address of keys.");
            var set = new JsonWebKeySet(await GetAsync(address, patience.Token).ConfigureAwait(false));
            _keys = set.Keys.Where(k => !string.IsNullOrEmpty(k.Kid) && k.Kty == JsonWebAlgorithmsKeyTypes.RSA).DistinctBy(k => k.Kid)
                .ToDictionary(k => k.Kid, k => new ChannelKey(k, Endorsements(k)), StringComparer.Ordinal);
            Done(failed: false);
        }
        catch (Exception e) when (e is HttpRequestException or IOException or OperationCanceledException or ArgumentException or InvalidOperationException or JsonException)
        {
            Done(failed: true);
        }
    }

    /// <summary>What failed is tried again soon, at the next need; what went well only after a while, where a key is unknown.</summary>
    private void Done(bool failed)
    {
        lock (_lock)
        {
            var now = time.GetUtcNow();
            _failures = failed ? _failures + 1 : 0;
            _fetched = failed ? _fetched : now;
            var soon = TimeSpan.FromSeconds(Math.Pow(2, Math.Min(_failures, 20) - 1));
            _next = now + (failed && soon < BetweenTries ? soon : BetweenTries);
        }
    }

    private async Task<string> GetAsync(Uri address, CancellationToken cancellation)
    {
        using var answer = await http.GetAsync(address, HttpCompletionOption.ResponseHeadersRead, cancellation).ConfigureAwait(false);
        answer.EnsureSuccessStatusCode();
        return Encoding.UTF8.GetString(await Outward.BodyAsync(answer, Largest, cancellation).ConfigureAwait(false));
    }

    private static HashSet<string> Endorsements(JsonWebKey key) =>
        key.AdditionalData.TryGetValue("endorsements", out var found) ? [.. Texts(found)] : [];

    private static IEnumerable<string> Texts(object found) => found switch
    {
        JsonElement { ValueKind: JsonValueKind.Array } array => array.EnumerateArray().Where(e => e.ValueKind == JsonValueKind.String).Select(e => e.GetString()!),
        IEnumerable<object> list => list.OfType<string>(),
        _ => [],
    };
}
