using System.Net;
using System.Net.Http.Headers;
using System.Security.Authentication;
using System.Text;
using System.Text.Json;
using System.Text.Json.Nodes;

namespace RemedyBot.Handoff.Delivery.Web;

/// <summary>Frugal calls to one system: no redirects, no cookies, bounded answers, stable words for whatever goes wrong.</summary>
internal sealed class WebCalls(HttpClient client, Uri root, AuthenticationHeaderValue? authorization)
{
    private const long LongestAnswer = 4 * 1024 * 1024;
    private static readonly TimeSpan Limit = TimeSpan.FromSeconds(30);

    // A redirect could lead out of TLS or to a stranger; a trace header would link what we keep apart.
    internal static HttpClient NewClient() => new(new SocketsHttpHandler
    {
        AllowAutoRedirect = false,
        UseCookies = false,
        AutomaticDecompression = DecompressionMethods.None,
        ConnectTimeout = TimeSpan.FromSeconds(10),
        PooledConnectionLifetime = TimeSpan.FromMinutes(5),
        ActivityHeadersPropagator = null,
        SslOptions = { EnabledSslProtocols = SslProtocols.Tls12 | SslProtocols.Tls13 },
    })
    {
        Timeout = Timeout.InfiniteTimeSpan,
        MaxResponseContentBufferSize = LongestAnswer,
    };

    internal Task<WebAnswer> GetAsync(string path, CancellationToken cancellation) => SendAsync(HttpMethod.Get, path, null, cancellation);

    internal Task<WebAnswer> PostAsync(string path, JsonObject body, CancellationToken cancellation) => SendAsync(HttpMethod.Post, path, Json(body), cancellation);

    internal Task<WebAnswer> PutAsync(string path, JsonObject body, CancellationToken cancellation) => SendAsync(HttpMethod.Put, path, Json(body), cancellation);

    /// <summary>Whatever the status; only what never became an answer throws.</summary>
    internal async Task<WebAnswer> SendAsync(HttpMethod method, string path, HttpContent? content, CancellationToken cancellation)
    {
        using var request = new HttpRequestMessage(method, new Uri(root, path)) { Content = content };
        request.Headers.Authorization = authorization;
        request.Headers.Accept.Add(new MediaTypeWithQualityHeaderValue("application/json"));
        using var limit = CancellationTokenSource.CreateLinkedTokenSource(cancellation);
        limit.CancelAfter(Limit);
        try
        {
            using var answer = await client.SendAsync(request, HttpCompletionOption.ResponseContentRead, limit.Token).ConfigureAwait(false);
            return new WebAnswer((int)answer.StatusCode, await answer.Content.ReadAsByteArrayAsync(limit.Token).ConfigureAwait(false));
        }
        catch (HttpRequestException e)
        {
            throw e.HttpRequestError switch
            {
                HttpRequestError.SecureConnectionError => NotDelivered.Later(Reasons.NotSecure),
                HttpRequestError.ConfigurationLimitExceeded => NotDelivered.Later(Reasons.TooBig),
                HttpRequestError.ConnectionError or HttpRequestError.NameResolutionError or HttpRequestError.ProxyTunnelError => NotDelivered.Later(Reasons.Unreachable),
                _ => NotDelivered.Unclear(Reasons.Unreachable),
            };
        }
        catch (OperationCanceledException) when (!cancellation.IsCancellationRequested)
        {
            throw NotDelivered.Unclear(Reasons.Slow);
        }
    }

    internal static HttpContent Json(JsonObject body) => new ByteArrayContent(JsonSerializer.SerializeToUtf8Bytes(body, Consent.HandoffJson.Options))
    {
        Headers = { ContentType = new MediaTypeHeaderValue("application/json", Encoding.UTF8.WebName) },
    };
}
