using System.Buffers.Text;
using System.Globalization;
using System.Runtime.CompilerServices;
using System.Security.Cryptography;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Routing;
using RemedyBot.Channels.Activities;
using RemedyBot.Channels.Apps;

namespace RemedyBot.Channels.Sms;

/// <summary>Text messages, by any gateway that speaks HTTP. Numbers and words answer; there is nothing to tap, and nothing can be taken back.</summary>
public sealed class SmsAdapter(AppSettings settings, AppParts parts) : IAppAdapter
{
    public const string Path = "/channels/sms";

    /// <summary>Of the channels' keywords: not a wish, but to see the question that waits.</summary>
    private const string Begin = "begin";
    private const string TooLong = "errors/too-long";
    private const int RandomId = 16;

    private readonly SmsGateway _gateway = SmsGateway.Of(settings);
    private readonly SmsClient _client = new(parts.Http, SmsGateway.Of(settings), parts.Time);
    private readonly SmsKeywords _keywords = new(parts.Table.Apps.GetValueOrDefault("sms", ChannelLimits.App).Keywords);

    public string Name => "sms";

    public void Map(IEndpointRouteBuilder routes, AppDoor door) =>
        routes.MapWebhook(Path, Name, parts, (context, body) => SmsProof.Holds(_gateway.Incoming, context.Request.Headers, body), (context, body) => TakeAsync(context, body, door));

    public Task RunAsync(AppDoor door, CancellationToken stopping) => Task.CompletedTask;

    public async IAsyncEnumerable<AppCheck> CheckAsync([EnumeratorCancellation] CancellationToken cancellation)
    {
        yield return new("access", await _client.LookAsync(cancellation).ConfigureAwait(false) ? null : "the gateway cannot be reached (channels:sms:url)");
        yield return parts.PublicUrl is { } page
            ? new("webhook", null, $"the gateway is to post what comes to {new Uri(page, Path)}")
            : new("webhook", "publicUrl is missing, so the gateway has nowhere to post to");
    }

    public async Task<Sending> SendAsync(Activity message, Parcel parcel, CancellationToken cancellation)
    {
        var text = message.Text ?? "";
        // The same for each try, so that a gateway that looks at it sends it once.
        var id = SmsReader.Hash(_gateway.Incoming.Secret ?? "", string.Create(CultureInfo.InvariantCulture, $"{parcel.Conversation}\0{parcel.Order}\0{parcel.Gone}\0{text}"))[..32];
        var (sending, problem) = await _client.SendAsync(parcel.Conversation, text, id, cancellation).ConfigureAwait(false);
        return sending with { Problem = problem };
    }

    /// <summary>What a phone received, it keeps: the person is told so before the erase.</summary>
    public Task<Sending> TakeBackAsync(IReadOnlyList<string> ids, Parcel parcel, CancellationToken cancellation) => Task.FromResult(new Sending(SendResult.Sent));

    private async Task<int> TakeAsync(HttpContext context, byte[] body, AppDoor door) =>
        SmsReader.Read(_gateway.Incoming, context.Request.ContentType, body) is { } messages
            ? await door.TakeAllAsync(messages.Select(Inbound)).ConfigureAwait(false)
            : StatusCodes.Status400BadRequest;

    private AppInbound Inbound(SmsMessage message)
    {
        var wish = _keywords.WishOf(message.Text ?? "");
        return new(message.Number, message.Id ?? Base64Url.EncodeToString(RandomNumberGenerator.GetBytes(RandomId)))
        {
            Text = wish is Begin || string.IsNullOrWhiteSpace(message.Text) ? null : wish ?? message.Text,
            Begins = wish is Begin,
            Unreadable = message.Media,
            Notice = message.Text is null ? TooLong : null,
        };
    }
}
