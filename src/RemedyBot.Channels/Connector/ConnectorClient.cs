using System.Net;
using System.Net.Http.Headers;
using RemedyBot.Channels.Activities;
using RemedyBot.Channels.Apps;

namespace RemedyBot.Channels.Connector;

/// <summary>Calls a channel's Connector service. Our token goes only where <see cref="ServiceHosts"/> allows.</summary>
public sealed class ConnectorClient(HttpClient http, OutboundTokens tokens, ServiceHosts hosts, TimeProvider time) : IAppSender
{
    private const int LargestAnswer = 64 * 1024;
    private static readonly TimeSpan Patience = TimeSpan.FromSeconds(15);

    public Task<Sending> SendAsync(Activity message, Parcel parcel, CancellationToken cancellation) => SendAsync(message, parcel.Insecure, cancellation);

    /// <summary>Where a channel has no such thing it says so, and nothing else can be done.</summary>
    public async Task<Sending> TakeBackAsync(IReadOnlyList<string> ids, Parcel parcel, CancellationToken cancellation)
    {
        var at = new Activity { ServiceUrl = parcel.ServiceUrl, Conversation = new() { Id = parcel.Conversation } };
        foreach (var id in ids)
            await DeleteAsync(at, id, parcel.Insecure, cancellation).ConfigureAwait(false);
        return new(SendResult.Sent);
    }

    /// <param name="insecure">The conversation was opened without a token, on this machine.</param>
    private async Task<Sending> SendAsync(Activity activity, bool insecure, CancellationToken cancellation)
    {
        if (Address(activity, insecure) is not { } address)
            return new(SendResult.Refused);
        var body = ActivityJson.Write(activity with { Id = null });
        var first = await CallAsync(HttpMethod.Post, address, body, insecure, cancellation).ConfigureAwait(false);
        // A token may be withdrawn before its end: once more with a new one.
        return first.Unauthorized ? (await CallAsync(HttpMethod.Post, address, body, insecure, cancellation).ConfigureAwait(false)).Sending : first.Sending;
    }

    /// <summary>Takes back what was sent, where the channel can.</summary>
    private async Task<bool> DeleteAsync(Activity sent, string id, bool insecure, CancellationToken cancellation)
    {
        if (Address(sent with { ReplyToId = id }, insecure) is not { } address)
            return false;
        return (await CallAsync(HttpMethod.Delete, address, null, insecure, cancellation).ConfigureAwait(false)).Sending.Result is SendResult.Sent;
    }

    private Uri? Address(Activity activity, bool insecure)
    {
        if (hosts.Find(activity.ServiceUrl, insecure) is not { } root || activity.Conversation?.Id is not { Length: > 0 } conversation || IsDots(conversation) || IsDots(activity.ReplyToId))
            return null;
        var path = $"v3/conversations/{Uri.EscapeDataString(conversation)}/activities{(activity.ReplyToId is { Length: > 0 } id ? "/" + Uri.EscapeDataString(id) : "")}";
        return new(root.AbsoluteUri.EndsWith('/') ? root : new Uri(root.AbsoluteUri + "/"), path);
    }

    /// <summary>A segment of dots alone would lead out of the folder.</summary>
    private static bool IsDots(string? segment) => segment is "." or "..";

    private async Task<(Sending Sending, bool Unauthorized)> CallAsync(HttpMethod method, Uri address, byte[]? body, bool insecure, CancellationToken cancellation)
    {
        var token = insecure ? null : await tokens.GetAsync(cancellation).ConfigureAwait(false);
        if (token is null && !insecure)
            return (new(SendResult.TryAgain), false);
        using var request = new HttpRequestMessage(method, address) { Content = body is null ? null : new ByteArrayContent(body) };
        if (request.Content is { } content)
            content.Headers.ContentType = new("application/json") { CharSet = "utf-8" };
        request.Headers.Authorization = token is null ? null : new AuthenticationHeaderValue("Bearer", token);
        using var patience = new CancellationTokenSource(Patience, time);
        using var both = CancellationTokenSource.CreateLinkedTokenSource(patience.Token, cancellation);
        try
        {
            using var answer = await http.SendAsync(request, HttpCompletionOption.ResponseHeadersRead, both.Token).ConfigureAwait(false);
            if (answer.StatusCode is HttpStatusCode.Unauthorized && token is not null)
                tokens.Drop(token);
            return (await ResultAsync(answer, both.Token).ConfigureAwait(false), answer.StatusCode is HttpStatusCode.Unauthorized && token is not null);
        }
        catch (HttpRequestException broken)
        {
            return (new(broken.HttpRequestError is HttpRequestError.ConnectionError or HttpRequestError.NameResolutionError or HttpRequestError.SecureConnectionError ? SendResult.TryAgain : SendResult.Uncertain), false);
        }
        catch (OperationCanceledException) when (!cancellation.IsCancellationRequested)
        {
            return (new(SendResult.Uncertain), false);
        }
    }

    private async Task<Sending> ResultAsync(HttpResponseMessage answer, CancellationToken cancellation) => answer.StatusCode switch
    {
        HttpStatusCode.OK or HttpStatusCode.Created or HttpStatusCode.Accepted or HttpStatusCode.NoContent => new(SendResult.Sent, Id: await IdAsync(answer, cancellation).ConfigureAwait(false)),
        HttpStatusCode.TooManyRequests => new(SendResult.TryAgain, RetryAfter.Of(answer.Headers.RetryAfter, time)),
        HttpStatusCode.RequestTimeout or >= HttpStatusCode.InternalServerError => new(SendResult.Uncertain, RetryAfter.Of(answer.Headers.RetryAfter, time)),
        _ => new(SendResult.Refused),
    };

    private static async Task<string?> IdAsync(HttpResponseMessage answer, CancellationToken cancellation)
    {
        try
        {
            await answer.Content.LoadIntoBufferAsync(LargestAnswer, cancellation).ConfigureAwait(false);
            var json = await answer.Content.ReadAsByteArrayAsync(cancellation).ConfigureAwait(false);
            return System.Text.Json.JsonSerializer.Deserialize(json, ActivityJson.Context.ResourceId)?.Id;
        }
        catch (Exception e) when (e is System.Text.Json.JsonException or HttpRequestException or IOException)
        {
            // It is sent all the same: many a channel answers with nothing.
            return null;
        }
    }
}
