using System.Net;
using System.Net.Http.Headers;
using System.Text;
using RemedyBot.Channels.Apps;

namespace RemedyBot.Channels.Sms;

/// <summary>Hands messages to the gateway, as its settings say.</summary>
public sealed class SmsClient(HttpClient http, SmsGateway gateway, TimeProvider time)
{
    private const int LargestAnswer = 64 * 1024;
    private static readonly TimeSpan Patience = TimeSpan.FromSeconds(20);

    /// <summary>Whether somebody is there: asks for nothing, sends nothing.</summary>
    public async Task<bool> LookAsync(CancellationToken cancellation)
    {
        using var request = new HttpRequestMessage(HttpMethod.Head, new Uri(new Uri(SmsTemplate.Bare(gateway.Url!)).GetLeftPart(UriPartial.Authority)));
        using var patience = new CancellationTokenSource(Patience, time);
        using var both = CancellationTokenSource.CreateLinkedTokenSource(patience.Token, cancellation);
        try
        {
            using var answer = await http.SendAsync(request, HttpCompletionOption.ResponseHeadersRead, both.Token).ConfigureAwait(false);
            return true;
        }
        catch (Exception e) when (!cancellation.IsCancellationRequested && e is HttpRequestException or OperationCanceledException)
        {
            return false;
        }
    }

    /// <param name="number">In digits alone.</param>
    /// <returns>What became of it, and a sentence for the operator where the gateway or its settings are at fault.</returns>
    public async Task<(Sending Sending, string? Problem)> SendAsync(string number, string text, string id, CancellationToken cancellation)
    {
        using var request = Request(number, Gsm7.Plain(text), id);
        using var patience = new CancellationTokenSource(Patience, time);
        using var both = CancellationTokenSource.CreateLinkedTokenSource(patience.Token, cancellation);
        try
        {
            using var answer = await http.SendAsync(request, HttpCompletionOption.ResponseHeadersRead, both.Token).ConfigureAwait(false);
            return answer.StatusCode switch
            {
                >= HttpStatusCode.OK and < HttpStatusCode.MultipleChoices => await TakenAsync(answer, both.Token).ConfigureAwait(false),
                HttpStatusCode.TooManyRequests => (new(SendResult.TryAgain, RetryAfter.Of(answer.Headers.RetryAfter, time)), null),
                HttpStatusCode.Unauthorized or HttpStatusCode.Forbidden => (new(SendResult.Refused), "the gateway does not know us (channels:sms:user, secretFile, headers)"),
                HttpStatusCode.RequestTimeout or >= HttpStatusCode.InternalServerError => (new(SendResult.Uncertain, RetryAfter.Of(answer.Headers.RetryAfter, time)), "the gateway has an error of its own"),
                HttpStatusCode.NotFound or HttpStatusCode.MethodNotAllowed or < HttpStatusCode.BadRequest => (new(SendResult.Refused), "the gateway is not at this address (channels:sms:url)"),
                // One number that cannot be reached is no fault of the channel; a body that it does not understand is.
                _ => (new(SendResult.Refused), "the gateway refused a message (channels:sms:body, or a number it does not serve)"),
            };
        }
        catch (HttpRequestException broken)
        {
            return (new(Outward.Unsent(broken)), "the gateway cannot be reached");
        }
        catch (OperationCanceledException) when (!cancellation.IsCancellationRequested)
        {
            return (new(SendResult.Uncertain), "the gateway does not answer in time");
        }
    }

    private HttpRequestMessage Request(string number, string text, string id)
    {
        var seven = SmsParts.AlphabetOf(text) is SmsAlphabet.Gsm7;
        var values = new Dictionary<string, string>(StringComparer.Ordinal)
        {
            // A number at home begins with 0; every other one tells its country.
            ["to"] = number.StartsWith('0') ? number : "+" + number,
            ["digits"] = number,
            ["from"] = gateway.From,
            ["text"] = text,
            ["type"] = seven ? gateway.Types.Gsm7 : gateway.Types.Ucs2,
            ["id"] = id,
            ["secret"] = gateway.Secret ?? "",
        };
        var address = SmsTemplate.Address(gateway.Url!, values);
        if (gateway.Format is "query")
            address += (address.Contains('?', StringComparison.Ordinal) ? "&" : "?") + SmsTemplate.Pairs(gateway.Body, values);
        var request = new HttpRequestMessage(gateway.Format is "query" ? HttpMethod.Get : HttpMethod.Post, address)
        {
            Content = gateway.Format switch
            {
                "json" => new StringContent(SmsTemplate.Json(gateway.Body, values), Encoding.UTF8, "application/json"),
                "form" => new StringContent(SmsTemplate.Pairs(gateway.Body, values), Encoding.UTF8, "application/x-www-form-urlencoded"),
                _ => null,
            },
        };
        if (gateway.User is { } user)
            request.Headers.Authorization = new AuthenticationHeaderValue("Basic", Convert.ToBase64String(Encoding.UTF8.GetBytes(user + ":" + gateway.Secret)));
        foreach (var header in gateway.Headers)
        {
            var colon = header.IndexOf(':', StringComparison.Ordinal);
            request.Headers.TryAddWithoutValidation(header[..colon].Trim(), SmsTemplate.Fill(header[(colon + 1)..].Trim(), new Dictionary<string, string> { ["secret"] = gateway.Secret ?? "" }));
        }
        return request;
    }

    /// <summary>Some gateways answer "200" to everything, and say inside what became of it.</summary>
    private async Task<(Sending, string?)> TakenAsync(HttpResponseMessage answer, CancellationToken cancellation)
    {
        if (gateway.OkField is not { } field)
            return (new(SendResult.Sent), null);
        try
        {
            var said = SmsReader.WordAt(await Outward.BodyAsync(answer, LargestAnswer, cancellation).ConfigureAwait(false), field);
            return said == gateway.OkValue ? (new(SendResult.Sent), null)
                : said is not null && gateway.LaterValues.Contains(said, StringComparer.Ordinal) ? (new(SendResult.TryAgain), null)
                : (new(SendResult.Refused), "the gateway took the call and refused the message (channels:sms:okField)");
        }
        catch (Exception e) when (e is HttpRequestException or IOException)
        {
            return (new(SendResult.Uncertain), "the gateway's answer broke off");
        }
    }
}
