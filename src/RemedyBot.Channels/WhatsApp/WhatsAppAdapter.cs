using System.Runtime.CompilerServices;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Routing;
using RemedyBot.Channels.Activities;
using RemedyBot.Channels.Apps;

namespace RemedyBot.Channels.WhatsApp;

/// <summary>WhatsApp's Cloud API, without anybody in the middle but Meta. It marks nothing as read, and can take nothing back.</summary>
public sealed class WhatsAppAdapter(AppSettings settings, AppParts parts) : IAppAdapter
{
    public const string Path = "/channels/whatsapp";

    private const string Opener = "apps/choose";
    private const string TooLong = "errors/too-long";
    private const int LongestChallenge = 256;
    private const int MostTries = 10;

    private readonly WhatsAppOptions _options = WhatsAppOptions.Of(settings);
    private readonly GraphClient _client = new(parts.Http, WhatsAppOptions.Of(settings), parts.Time);
    private readonly ChannelLimits _limits = parts.Table.Apps.GetValueOrDefault("whatsapp", ChannelLimits.App);
    private readonly ServiceWindow _window = new(parts.Time, TimeSpan.FromHours(parts.Table.Apps.GetValueOrDefault("whatsapp", ChannelLimits.App).Window));
    private CancellationToken _stopping;

    public string Name => "whatsapp";

    /// <summary>By its webhook: the window is closed, the person cannot be reached.</summary>
    public bool FailsLate => true;

    public void Map(IEndpointRouteBuilder routes, AppDoor door)
    {
        routes.MapGet(Path, Greet);
        routes.MapWebhook(Path, Name, parts, (context, body) => context.Request.Headers[HubSignature.Header] is [{ } sent] && HubSignature.Holds(sent, body, _options.AppSecret), (_, body) => TakeAsync(body, door));
    }

    public Task RunAsync(AppDoor door, CancellationToken stopping)
    {
        _stopping = stopping;
        return Task.CompletedTask;
    }

    public async IAsyncEnumerable<AppCheck> CheckAsync([EnumeratorCancellation] CancellationToken cancellation)
    {
        var (look, _) = await _client.LookAsync(cancellation).ConfigureAwait(false);
        yield return new("access", look.Sending.Result is SendResult.Sent ? null : look.Problem ?? "WhatsApp has no answer just now; try again");
        yield return parts.PublicUrl is { Scheme: "https" } page
            ? new("webhook", null, $"Meta is to call {new Uri(page, Path)}, for the field messages")
            : new("webhook", "publicUrl is missing, or not https: Meta calls nothing else");
    }

    public async Task<Sending> SendAsync(Activity message, Parcel parcel, CancellationToken cancellation)
    {
        if (parcel.Rings && _options.Template is not null && !_window.IsOpen(parcel.Conversation))
            return await RingAsync(parcel.Conversation, message.Locale, cancellation).ConfigureAwait(false);
        if (_window.IsClosed(parcel.Conversation))
            return await InviteAsync(parcel.Conversation, message.Locale, cancellation).ConfigureAwait(false);
        var opener = parts.Text(message.Locale is { } language ? [language] : [], Opener);
        var (result, code) = await _client.PostAsync(MessageWriter.Message(parcel.Conversation, message, parcel.Turn, (_limits.Actions, opener)), cancellation).ConfigureAwait(false);
        if (code is GraphError.WindowClosed)
            return await InviteAsync(parcel.Conversation, message.Locale, cancellation).ConfigureAwait(false);
        return result.Sending with { Problem = result.Problem };
    }

    /// <summary>Who did not write for a day, or of whom nobody knows since the server began: the template says that there is something to read. Who was asked to write already knows.</summary>
    private async Task<Sending> RingAsync(string person, string? language, CancellationToken cancellation) =>
        await AskAsync(person, language, cancellation).ConfigureAwait(false) ?? new(SendResult.Sent);

    /// <summary>WhatsApp takes nothing back that a business sent: the person is told so before the erase.</summary>
    public Task<Sending> TakeBackAsync(IReadOnlyList<string> ids, Parcel parcel, CancellationToken cancellation) => Task.FromResult(new Sending(SendResult.Sent));

    /// <summary>A day has passed since the person wrote. The template asks them to write, once; what was to be said they get when they do.</summary>
    private async Task<Sending> InviteAsync(string person, string? language, CancellationToken cancellation)
    {
        var asked = await AskAsync(person, language, cancellation).ConfigureAwait(false);
        return asked is { Result: SendResult.TryAgain } ? asked : new(SendResult.Refused) { Problem = asked?.Problem };
    }

    /// <summary>Null: there is no template, or they were asked already and did not write since.</summary>
    private async Task<Sending?> AskAsync(string person, string? language, CancellationToken cancellation)
    {
        if (_options.Template is not { } template || !_window.MayInvite(person))
            return null;
        var (result, _) = await _client.PostAsync(MessageWriter.Template(person, template, _options.TemplateLanguage(language)), cancellation).ConfigureAwait(false);
        if (result.Sending.Result is SendResult.TryAgain)
            _window.NotInvited(person);
        return result.Sending with { Problem = result.Problem };
    }

    /// <summary>Where no message waits to be tried again. One after the other; a webhook's call does not wait for it.</summary>
    private async Task InviteAsideAsync(IReadOnlyList<(string Person, string? Language)> people)
    {
        foreach (var (person, language) in people)
            for (var tried = 0; tried < MostTries && !_window.IsOpen(person) && await InviteAsync(person, language, _stopping).ConfigureAwait(false) is { Result: SendResult.TryAgain } later; tried++)
                await Task.Delay(later.After ?? PushTries.Pause(tried), parts.Time, _stopping).ConfigureAwait(ConfigureAwaitOptions.SuppressThrowing);
    }

    /// <summary>Meta asks once, when the webhook is set up, whether we know the word that the operator gave it.</summary>
    private IResult Greet(HttpContext context)
    {
        var query = context.Request.Query;
        context.Response.Headers.CacheControl = "no-store";
        var known = query["hub.mode"] == "subscribe" && query["hub.verify_token"] is [{ } word] && Secrets.AreSame(word, _options.VerifyToken);
        return known && query["hub.challenge"] is [{ Length: > 0 and <= LongestChallenge } challenge] && challenge.All(char.IsAsciiLetterOrDigit)
            ? Results.Text(challenge)
            : Results.StatusCode(StatusCodes.Status403Forbidden);
    }

    private async Task<int> TakeAsync(byte[] body, AppDoor door)
    {
        if (WebhookReader.Read(body, _options.PhoneNumberId) is not { } reading)
            return StatusCodes.Status400BadRequest;
        foreach (var problem in reading.Failures.Select(f => GraphError.Of(f.Code).Problem).OfType<string>())
            door.Status.CannotSend(Name, problem);
        foreach (var message in reading.Messages)
            _window.Wrote(message.Person, message.At);
        // WhatsApp took it first and found later that the window is closed, or that nobody can be reached.
        var closed = new List<(string Person, string? Language)>();
        foreach (var failure in reading.Failures)
        {
            var language = failure.Message is { } message ? await door.LostAsync(message).ConfigureAwait(false) : null;
            if (failure is { Code: GraphError.WindowClosed, Person: { } person })
                closed.Add((person, language));
        }
        _ = InviteAsideAsync(closed);
        return await door.TakeAllAsync(reading.Messages.Select(Inbound)).ConfigureAwait(false);
    }

    private static AppInbound Inbound(WhatsAppMessage message)
    {
        var tap = message.Tapped ? Tap.Read(message.Text) : null;
        return new(message.Person, message.Id)
        {
            Text = tap is { } tapped ? tapped.Value : message.Text,
            Question = tap?.Turn,
            Begins = message.Begins,
            Unreadable = message.Unreadable,
            Edited = message.Edited,
            Notice = message.TooLong ? TooLong : null,
        };
    }
}
