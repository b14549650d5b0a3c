using System.Security.Cryptography;
using System.Text.Json;
using RemedyBot.Channels.Apps;

namespace RemedyBot.Channels.Connector;

/// <summary>Our own token for the Connector: client credentials, kept until shortly before its end, fetched once however many ask.</summary>
public sealed class OutboundTokens(HttpClient http, ConnectorOptions options, TimeProvider time) : IDisposable
{
    private const int Tries = 3;

    /// <summary>Milliseconds.</summary>
    private const int Jitter = 1000;
    private const int Largest = 64 * 1024;
    private static readonly TimeSpan Before = TimeSpan.FromMinutes(5);
    private static readonly TimeSpan Patience = TimeSpan.FromSeconds(15);
    private static readonly TimeSpan Pause = TimeSpan.FromSeconds(1);

    private readonly SemaphoreSlim _gate = new(1, 1);
    private (string Token, DateTimeOffset Until)? _kept;

    /// <summary>Null: there is none to be had at present.</summary>
    public async Task<string?> GetAsync(CancellationToken cancellation)
    {
        if (Kept is { } kept)
            return kept;
        await _gate.WaitAsync(cancellation).ConfigureAwait(false);
        try
        {
            for (var tried = 0; Kept is null && tried < Tries; tried++)
            {
                if (tried > 0)
                    await Task.Delay(Pause * tried + TimeSpan.FromMilliseconds(RandomNumberGenerator.GetInt32(Jitter)), time, cancellation).ConfigureAwait(false);
                if (!await FetchAsync(cancellation).ConfigureAwait(false))
                    break;
            }
            return Kept;
        }
        finally
        {
            _gate.Release();
        }
    }

    /// <summary>The channel refused this one.</summary>
    public void Drop(string token)
    {
        if (_kept?.Token == token)
            _kept = null;
    }

    public void Dispose() => _gate.Dispose();

    private string? Kept => _kept is { } kept && time.GetUtcNow() < kept.Until ? kept.Token : null;

    /// <summary>False: trying again would not help.</summary>
    private async Task<bool> FetchAsync(CancellationToken cancellation)
    {
        using var form = new FormUrlEncodedContent(new Dictionary<string, string>
        {
            ["grant_type"] = "client_credentials",
            ["client_id"] = options.AppId ?? "",
            ["client_secret"] = options.AppPassword ?? "",
            ["scope"] = ConnectorOptions.AzureScope,
        });
        using var patience = new CancellationTokenSource(Patience, time);
        using var both = CancellationTokenSource.CreateLinkedTokenSource(patience.Token, cancellation);
        try
        {
            using var answer = await http.PostAsync(options.TokenUrl, form, both.Token).ConfigureAwait(false);
            using var json = JsonDocument.Parse(await Outward.BodyAsync(answer, Largest, both.Token).ConfigureAwait(false));
            if (!answer.IsSuccessStatusCode)
                return (int)answer.StatusCode >= 500 || (json.RootElement.TryGetProperty("error", out var error) && error.ValueEquals("temporarily_unavailable"));
            var life = TimeSpan.FromSeconds(json.RootElement.GetProperty("expires_in").GetInt32());
            if (json.RootElement.GetProperty("access_token").GetString() is not { Length: > 0 } token)
                return true;
            _kept = (token, time.GetUtcNow() + (life > 2 * Before ? life - Before : life / 2));
            return true;
        }
        catch (Exception e) when (!cancellation.IsCancellationRequested && e is HttpRequestException or IOException or OperationCanceledException or JsonException or InvalidOperationException or KeyNotFoundException)
        {
            return true;
        }
    }
}
