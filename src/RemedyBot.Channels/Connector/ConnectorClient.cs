using System.Net;
using System.Net.Http.Headers;
using RemedyBot.Channels.Activities;
using RemedyBot.Channels.Apps;

namespace RemedyBot.Channels.Connector;

/// <summary>Calls a channel's Connector service. Our token goes only where <see cref="ServiceHosts"/> allows.</summary>
public sealed class ConnectorClient(HttpClient http, OutboundTokens tokens, ServiceHosts hosts, TimeProvider time) : IAppSender
{
    private const int LargestAnswer = 64 * 1024;
    private const string Unknown = "the channel does not know us (connector:appPassword, connector:tenant)";
    private static readonly TimeSpan Patience = TimeSpan.FromSeconds(15);

    public async Task<Sending> SendAsync(Activity message, Parcel parcel, CancellationToken cancellation) =>
        parcel.Edits is { } edited && await EditAsync(message, edited, parcel.Insecure, cancellation).ConfigureAwait(false) is { Result: SendResult.Sent or SendResult.TryAgain } changed
            ? changed
            : await SendAsync(message, parcel.Insecure, cancellation).ConfigureAwait(false);

    /// <summary>Where a channel has no such thing it says so, and nothing else can be done.</summary>
    public async Task<Sending> TakeBackAsync(IReadOnlyList<string> ids, Parcel parcel, CancellationToken cancellation)
    {
        var at = new Activity { ServiceUrl = parcel.ServiceUrl, Conversation = new() { Id = parcel.Conversation } };
        for (var i = 0; i < ids.Count; i++)
            if (await DeleteAsync(at, ids[i], parcel.Insecure, cancellation).ConfigureAwait(false) is { Result: SendResult.TryAgain or SendResult.Uncertain } later)
                return later with { Result = SendResult.TryAgain, Left = [.. ids.Skip(i)] };
        return new(SendResult.Sent);
    }

    /// <param name="insecure">The conversation was opened without a token, on this machine.</param>
    private async Task<Sending> SendAsync(Activity activity, bool insecure, CancellationToken cancellation)
    {
        if (Address(activity, insecure) is not { } address)
            return new(SendResult.Refused);
        return await CallTwiceAsync(HttpMethod.Post, address, ActivityJson.Write(activity with { Id = null }), insecure, cancellation).ConfigureAwait(false);
    }

    /// <summary>Puts other words in the place of what was sent.</summary>
    private async Task<Sending> EditAsync(Activity activity, string id, bool insecure, CancellationToken cancellation)
    {
        if (Address(activity with { ReplyToId = id }, insecure) is not { } address)
            return new(SendResult.Refused);
        var changed = await CallTwiceAsync(HttpMethod.Put, address, ActivityJson.Write(activity with { Id = id }), insecure, cancellation).ConfigureAwait(false);
        return changed with { Id = changed.Id ?? id };
    }

    /// <summary>Takes back what was sent, where the channel can.</summary>
    private async Task<Sending> DeleteAsync(Activity sent, string id, bool insecure, CancellationToken cancellation) =>
        Address(sent with { ReplyToId = id }, insecure) is { } address
            ? await CallTwiceAsync(HttpMethod.Delete, address, null, insecure, cancellation).ConfigureAwait(false)
            : new(SendResult.Refused);

    /// <summary>A token may be withdrawn before its end: once more with a new one.</summary>
    private async Task<Sending> CallTwiceAsync(HttpMethod method, Uri address, byte[]? body, bool insecure, CancellationToken cancellation)
    {
        var first = await CallAsync(method, address, body, insecure, cancellation).ConfigureAwait(false);
        return first.Unauthorized ? (await CallAsync(method, address, body, insecure, cancellation).ConfigureAwait(false)).Sending : first.Sending;
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
            return (new(SendResult.TryAgain) { Problem = Unknown }, false);
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
            return (new(Outward.Unsent(broken)), false);
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
        // Whoever repairs the settings within ten minutes loses nothing.
        HttpStatusCode.Unauthorized => new(SendResult.TryAgain) { Problem = Unknown },
        HttpStatusCode.Forbidden => new(SendResult.Refused) { Problem = "the channel lets us write nothing (connector:appId, connector:tenant), or one person has blocked the bot" },
        _ => new(SendResult.Refused),
    };

    private static async Task<string?> IdAsync(HttpResponseMessage answer, CancellationToken cancellation)
    {
        try
        {
            var json = await Outward.BodyAsync(answer, LargestAnswer, cancellation).ConfigureAwait(false);
            return System.Text.Json.JsonSerializer.Deserialize(json, ActivityJson.Context.ResourceId)?.Id;
        }
        catch (Exception e) when (e is System.Text.Json.JsonException or HttpRequestException or IOException)
        {
            // It is sent all the same: many a channel answers with nothing.
            return null;
        }
    }
}
