using System.Net;
using System.Net.Http.Headers;
using RemedyBot.Channels.Apps;

namespace RemedyBot.Channels.WhatsApp;

/// <summary>Calls the Graph API for one number. The token goes to its host and nowhere else, and stands in no address.</summary>
public sealed class GraphClient(HttpClient http, WhatsAppOptions options, TimeProvider time)
{
    private const int LargestAnswer = 64 * 1024;
    private static readonly TimeSpan Patience = TimeSpan.FromSeconds(15);

    /// <returns>What became of it, with the error's code where WhatsApp told one.</returns>
    public async Task<(GraphError Result, int? Code)> PostAsync(byte[] message, CancellationToken cancellation)
    {
        var content = new ByteArrayContent(message);
        content.Headers.ContentType = new("application/json") { CharSet = "utf-8" };
        using var request = new HttpRequestMessage(HttpMethod.Post, Address("/messages")) { Content = content };
        return await CallAsync(request, cancellation).ConfigureAwait(false);
    }

    /// <summary>Whether the token opens this number: reads its own entry, sends nothing.</summary>
    public async Task<(GraphError Result, int? Code)> LookAsync(CancellationToken cancellation)
    {
        using var request = new HttpRequestMessage(HttpMethod.Get, Address("?fields=id"));
        return await CallAsync(request, cancellation).ConfigureAwait(false);
    }

    private Uri Address(string tail) => new($"{options.BaseUrl.AbsoluteUri.TrimEnd('/')}/{options.Version}/{options.PhoneNumberId}{tail}");

    private async Task<(GraphError Result, int? Code)> CallAsync(HttpRequestMessage request, CancellationToken cancellation)
    {
        request.Headers.Authorization = new AuthenticationHeaderValue("Bearer", options.Token);
        using var patience = new CancellationTokenSource(Patience, time);
        using var both = CancellationTokenSource.CreateLinkedTokenSource(patience.Token, cancellation);
        try
        {
            using var answer = await http.SendAsync(request, HttpCompletionOption.ResponseHeadersRead, both.Token).ConfigureAwait(false);
            var body = await BodyAsync(answer, both.Token).ConfigureAwait(false);
            if (answer.IsSuccessStatusCode)
                return (new(new Sending(SendResult.Sent, Id: GraphAnswer.Id(body))), null);
            var code = GraphAnswer.Code(body);
            var read = code is { } known ? GraphError.Of(known) : ByStatus(answer.StatusCode);
            return (read.Sending.Result is SendResult.TryAgain && RetryAfter.Of(answer.Headers.RetryAfter, time) is { } wait ? read with { Sending = read.Sending with { After = wait } } : read, code);
        }
        catch (HttpRequestException broken)
        {
            return (new(new Sending(Outward.Unsent(broken)), "WhatsApp cannot be reached"), null);
        }
        catch (OperationCanceledException) when (!cancellation.IsCancellationRequested)
        {
            return (new(new Sending(SendResult.Uncertain), "WhatsApp does not answer in time"), null);
        }
    }

    private static GraphError ByStatus(HttpStatusCode status) => status switch
    {
        HttpStatusCode.TooManyRequests => new(new Sending(SendResult.TryAgain)),
        HttpStatusCode.Unauthorized or HttpStatusCode.Forbidden => GraphError.Of(GraphError.Token),
        HttpStatusCode.RequestTimeout or >= HttpStatusCode.InternalServerError => new(new Sending(SendResult.Uncertain)),
        _ => GraphError.Of(GraphError.Unknown),
    };

    private static async Task<ReadOnlyMemory<byte>> BodyAsync(HttpResponseMessage answer, CancellationToken cancellation)
    {
        try
        {
            return await Outward.BodyAsync(answer, LargestAnswer, cancellation).ConfigureAwait(false);
        }
        catch (Exception e) when (e is HttpRequestException or IOException)
        {
            // The status stands, whatever its words were.
            return default;
        }
    }
}
