using System.Buffers.Text;
using System.Globalization;
using System.Net;
using Microsoft.AspNetCore.HttpOverrides;
using RemedyBot.Channels.DirectLine;
using RemedyBot.Handoff.Delivery;
using RemedyBot.Handoff.Delivery.Mail;
using RemedyBot.Handoff.Delivery.Zammad;
using RemedyBot.Handoff.Desk;
using RemedyBot.Handoff.Translation;
using RemedyBot.Pages.Chat;
using RemedyBot.Pages.Desk;
using RemedyBot.Pages.Shared;
using RemedyBot.Turns;
using RemedyBot.Turns.Activities;

namespace RemedyBot.Composition;

/// <summary>The web host around one bot.</summary>
public static class Server
{
    private const long LargestBody = 256 * 1024;
    private static readonly TimeSpan Grace = TimeSpan.FromSeconds(8);

    /// <summary>Serves until stopped; 0 after a clean end.</summary>
    public static Task<int> RunAsync(Settings settings, LoadedContent content, Reach reach, CancellationToken cancellation) =>
        RunAsync(Parts(settings, content, reach), settings, _ => { }, cancellation, reach);

    /// <summary>The same with another clock, and nobody beside the desk.</summary>
    /// <param name="built">Sees the host before it starts, as whoever runs it within another program must.</param>
    public static Task<int> RunAsync(Settings settings, LoadedContent content, TimeProvider time, Action<WebApplication> built, CancellationToken cancellation) =>
        RunAsync(Parts(settings, content, Reach.None) with { Time = time }, settings, built, cancellation);

    private static async Task<int> RunAsync(BotParts parts, Settings settings, Action<WebApplication> built, CancellationToken cancellation, Reach? reach = null)
    {
        var time = parts.Time;
        var builder = Builder(settings);
        using var logs = ServerLog.Open(builder);
        using var senders = new Senders(time);
        using var translators = new Translators();
        reach ??= Reach.None;
        parts = parts with
        {
            Logs = logs,
            Senders = [.. reach.Senders(parts.Help, parts.Content, senders), .. reach.Notices is { } post ? [new NoticeSender(post, time)] : Array.Empty<ISender>()],
            Translator = reach.Translator is { } asked ? translators.For(asked, time, logs.CreateLogger<Translators>()) : null,
        };
        var remaining = Hygiene.Apply();
        using var metrics = new Metrics(time);
        await using var bot = await Bot.OpenAsync(parts, cancellation);
        using var desk = new FrontDesk(bot.Vault, bot.DeskFile, time, bot.Parts.Randomness, bot.Room);
        builder.Services.AddHostedService(services => new Upkeep(bot, services.GetRequiredService<ILogger<Upkeep>>(), bot.Parts.Time));
        builder.Services.AddHostedService(services => new MetricsListener(metrics, settings.MetricsUrls, services.GetRequiredService<ILogger<MetricsListener>>()));
        await using var app = builder.Build();
        foreach (var warning in remaining)
            app.Logger.LogWarning("{Warning}", warning);
        app.UseForwardedHeaders();
        app.UseHostFiltering();
        var word = desk.Enrolment.IsSetUp ? null : new SetupWord(bot.Parts.Randomness);
        if (word is not null)
            app.Logger.LogInformation("No desk is set up, so no helpline is offered. Set it up at /desk/setup with this one-time word: {Word}", word.Text);
        app.MapChatPage(ChatParts(settings, bot, metrics));
        if (settings.ConnectorInsecureLoopback)
            app.Logger.LogWarning("connector:insecureLoopback is on: every program on this machine can speak as anybody. Use it for tests only.");
        var turns = new ActivityTurns(metrics.Counted(bot.Runner.HandleAsync), bot.Parts.Content);
        app.MapDirectLine(LineParts(settings, bot, turns));
        using var http = MessagingApps.Outward();
        app.MapHealth(bot, app.MapChannels(settings, bot, turns, http));
        app.MapZammadHook([.. bot.Parts.Senders.OfType<ZammadSender>()], bot.Poller, time);
        app.MapDesk(DeskParts(settings, bot, desk, word, new(bot.Parts.Randomness)));
        built(app);
        await app.RunAsync(cancellation);
        return 0;
    }

    private static BotParts Parts(Settings settings, LoadedContent content, Reach reach) => new(
        content,
        new()
        {
            DataFolder = settings.Data,
            VolatileKeyFolder = settings.KeysVolatileFolder,
            KeptRetention = settings.RetentionKept,
            SilentRetention = settings.RetentionSilent,
            UnkeptLimit = settings.LimitsUnkept,
        },
        new()
        {
            KeptDays = (int)settings.RetentionKept.TotalDays,
            ConsentDays = settings.DeskDays,
            Instance = settings.PublicUrl?.Host ?? "remedybot",
            Page = settings.PublicUrl?.ToString(),
            NoticesFrom = reach.Notices?.From,
        })
    {
        DeskName = settings.DeskName,
        DeskReads = settings.DeskReads?.Split(',', StringSplitOptions.TrimEntries | StringSplitOptions.RemoveEmptyEntries) ?? [],
        Help = HelpDirectory.Of(content.Domain.Cards, settings, reach).With(reach.IsInline),
        Pace = settings.LimitsEnabled ? new(settings.LimitsStarts, settings.LimitsMessages) : null,
        Limits = new() { AnswerLength = settings.LimitsAnswerLength, Items = settings.LimitsItems, StepsPerTurn = settings.LimitsStepsPerTurn },
    };

    private static WebApplicationBuilder Builder(Settings settings)
    {
        var builder = WebApplication.CreateSlimBuilder(new WebApplicationOptions { ContentRootPath = AppContext.BaseDirectory });
        Listening.Apply(builder, settings);
        builder.WebHost.ConfigureKestrel(k =>
        {
            k.AddServerHeader = false;
            k.Limits.MaxRequestBodySize = LargestBody;
        });
        builder.Services.Configure<HostOptions>(o => o.ShutdownTimeout = Grace);
        builder.Services.AddHostFiltering(o => o.AllowedHosts = [.. Hosts(settings)]);
        builder.Services.Configure<ForwardedHeadersOptions>(o =>
        {
            o.ForwardedHeaders = settings.TrustedProxies is null ? ForwardedHeaders.None : ForwardedHeaders.XForwardedFor | ForwardedHeaders.XForwardedProto;
            o.KnownIPNetworks.Clear();
            o.KnownProxies.Clear();
            foreach (var proxy in settings.TrustedProxies?.Split(',', StringSplitOptions.TrimEntries) ?? [])
                o.KnownProxies.Add(IPAddress.Parse(proxy));
        });
        return builder;
    }

    /// <summary>The names this server answers to: a foreign name on our address is how a page elsewhere would read us.</summary>
    private static IEnumerable<string> Hosts(Settings settings)
    {
        if (settings.AllowedHosts is { } given)
            return given.Split(';', StringSplitOptions.TrimEntries | StringSplitOptions.RemoveEmptyEntries);
        var own = settings.Urls.Split(';').Select(u => Uri.TryCreate(u.Replace("*", "localhost", StringComparison.Ordinal).Replace("+", "localhost", StringComparison.Ordinal), UriKind.Absolute, out var url) ? url.Host : "localhost");
        return own.Concat(["localhost", "127.0.0.1", "[::1]"]).Concat(settings.PublicUrl is { } open ? [open.Host] : []).Distinct(StringComparer.OrdinalIgnoreCase);
    }

    private static ChatPageParts ChatParts(Settings settings, Bot bot, Metrics metrics)
    {
        var buckets = new PaceBuckets(bot.Parts.Randomness);
        return new(metrics.Counted(bot.Runner.HandleAsync), Texts(bot), Languages(bot))
        {
            Exit = settings.PageExit,
            PublicUrl = settings.PublicUrl,
            Bucket = context => buckets.Of(context.Connection.RemoteIpAddress),
        };
    }

    private static DirectLineParts LineParts(Settings settings, Bot bot, ActivityTurns turns)
    {
        var buckets = new PaceBuckets(bot.Parts.Randomness);
        var ended = new EndedConversations(bot.Parts.Time);
        bot.Runner.LastAnswers.Forgotten = id => ended.Forget(Base64Url.EncodeToString(id));
        return new(turns.HandleAsync, new Pasts(bot.Vault, bot.Parts.Content).ReadAsync, new Bearers(bot.Vault.Tokens, bot.Parts.Randomness), bot.Parts.Time)
        {
            PublicUrl = settings.PublicUrl,
            Sites = settings.DirectLineSites ?? new([]),
            TokenLife = settings.DirectLineTokenLifetime,
            Ended = ended,
            Bucket = context => buckets.Of(context.Connection.RemoteIpAddress),
        };
    }

    private static DeskParts DeskParts(Settings settings, Bot bot, FrontDesk desk, SetupWord? word, PaceBuckets buckets) => new()
    {
        Bucket = context => buckets.Of(context.Connection.RemoteIpAddress),
        Desk = desk,
        SetupWord = word,
        Random = bot.Parts.Randomness,
        Time = bot.Parts.Time,
        Languages = Languages(bot),
        Texts = (language, key, arguments) => Texts(bot)(language, DeskWording.KeyOf(key, bot.Parts.Content.Localizer.Catalog), arguments),
        Summary = (language, projection) => DeskSummary.Of(projection, bot.Parts.Content, language),
        Day = (language, day) => bot.Parts.Content.Localizer.Write(language, new Localization.Catalogs.Arg.Day(day)),
        LanguageName = (language, tag) => bot.Parts.Content.Localizer.LanguageNames.Name(tag, language),
        TalksOffered = bot.Parts.Content.Domain.Talk is not null && bot.DeskFile.Read() is not { KeyIsElsewhere: true },
        PublicUrl = settings.PublicUrl,
    };

    private static PageTexts Texts(Bot bot) => (language, key, arguments) => bot.Parts.Content.Localizer.Catalog.Render(
        language, key, arguments?.ToDictionary(a => a.Key, a => int.TryParse(a.Value, NumberStyles.None, CultureInfo.InvariantCulture, out var number) && a.Key == "count"
            ? new Localization.Catalogs.Arg.Count(number)
            : (Localization.Catalogs.Arg)new Localization.Catalogs.Arg.Words(a.Value)));

    private static IReadOnlyList<PageLanguage> Languages(Bot bot) =>
        [.. bot.Parts.Content.Spoken(drafts: false).Select(l => new PageLanguage(l.Tag, l.Name, l.Direction))];
}
