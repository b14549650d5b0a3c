using System.Text.Json;
using Microsoft.IdentityModel.Protocols.OpenIdConnect;
using Microsoft.IdentityModel.Tokens;

namespace RemedyBot.Channels.Connector;

/// <summary>The keys that a Connector signs with, each with the channels it may vouch for. The last good set is kept where fetching fails.</summary>
public sealed class ChannelKeys(HttpClient http, Uri metadata, TimeProvider time) : IDisposable
{
    private const int Largest = 1024 * 1024;
    private static readonly TimeSpan Life = TimeSpan.FromHours(24);

    // Junk key ids must not be able to hammer the metadata's host.
    private static readonly TimeSpan BetweenTries = TimeSpan.FromMinutes(5);

    private readonly SemaphoreSlim _gate = new(1, 1);
    private Dictionary<string, ChannelKey> _keys = new(StringComparer.Ordinal);
    private DateTimeOffset? _fetched;
    private DateTimeOffset? _tried;

    /// <summary>The last try to fetch failed.</summary>
    public bool Failing { get; private set; }

    /// <summary>The key of that id, or null.</summary>
    public async Task<ChannelKey?> FindAsync(string id, CancellationToken cancellation)
    {
        if (IsFresh && _keys.TryGetValue(id, out var known))
            return known;
        await _gate.WaitAsync(cancellation).ConfigureAwait(false);
        try
        {
            var now = time.GetUtcNow();
            var due = !IsFresh || !_keys.ContainsKey(id);
            if (due && (_tried is not { } tried || now - tried >= BetweenTries))
            {
                _tried = now;
                await FetchAsync(now, cancellation).ConfigureAwait(false);
            }
            return _keys.GetValueOrDefault(id);
        }
        finally
        {
            _gate.Release();
        }
    }

    public void Dispose() => _gate.Dispose();

    private bool IsFresh => _fetched is { } fetched && time.GetUtcNow() - fetched < Life;

    private async Task FetchAsync(DateTimeOffset now, CancellationToken cancellation)
    {
        try
        {
            var configuration = OpenIdConnectConfiguration.Create(await GetAsync(metadata, cancellation).ConfigureAwait(false));
            if (!Uri.TryCreate(configuration.JwksUri, UriKind.Absolute, out var address) || (address.Scheme != Uri.UriSchemeHttps && !address.IsLoopback))
                throw new InvalidOperationException("The metadata names no address of keys.");
            var set = new JsonWebKeySet(await GetAsync(address, cancellation).ConfigureAwait(false));
            _keys = set.Keys.Where(k => !string.IsNullOrEmpty(k.Kid) && k.Kty == JsonWebAlgorithmsKeyTypes.RSA).DistinctBy(k => k.Kid)
                .ToDictionary(k => k.Kid, k => new ChannelKey(k, Endorsements(k)), StringComparer.Ordinal);
            _fetched = now;
            Failing = false;
        }
        catch (Exception e) when (!cancellation.IsCancellationRequested && e is HttpRequestException or OperationCanceledException or ArgumentException or InvalidOperationException or JsonException)
        {
            Failing = true;
        }
    }

    private async Task<string> GetAsync(Uri address, CancellationToken cancellation)
    {
        using var answer = await http.GetAsync(address, HttpCompletionOption.ResponseHeadersRead, cancellation).ConfigureAwait(false);
        answer.EnsureSuccessStatusCode();
        await answer.Content.LoadIntoBufferAsync(Largest, cancellation).ConfigureAwait(false);
        return await answer.Content.ReadAsStringAsync(cancellation).ConfigureAwait(false);
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
