using RemedyBot.Channels.Apps;
using RemedyBot.Channels.Connector;
using RemedyBot.Channels.Turns;
using RemedyBot.Turns.Activities;

namespace RemedyBot.Composition;

/// <summary>Channels that push: the Connector's, and the apps that are spoken to by their own interface. One queue for all.</summary>
internal static class MessagingApps
{
    private const string Unread = "channels: what waited for them before the start cannot be read, so nothing is sent to them";
    private static readonly TimeSpan Grace = TimeSpan.FromSeconds(8);

    /// <returns>What to say of them in `/readyz`.</returns>
    public static Func<(IEnumerable<string> Problems, IEnumerable<string> Standing)> MapChannels(this WebApplication app, Settings settings, Bot bot, ActivityTurns turns, HttpClient http)
    {
        var (time, content) = (bot.Parts.Time, bot.Parts.Content);
        var pushes = new Pushes(bot.Vault.Outbox, time);
        PushQueue? queue = null;
        var looks = new AppLooks(turns.HandleAsync, () => queue!, time, app.Logger);
        var parts = Parts(settings, content, looks.TurnAsync, pushes, http, time, app.Logger);
        var apps = (settings.Channels ?? []).Select(s => (Settings: s, Adapter: AppAdapters.Open(s, parts))).ToList();
        var options = ConnectorOptions(settings);
        var client = options.IsOn ? ConnectorRoutes.Client(options, http, time) : null;
        var ways = apps.ToDictionary(a => AppPlaces.Of(a.Adapter.Name), a => (IAppSender)a.Adapter, StringComparer.Ordinal);
        var status = new AppStatus(time);
        queue = new PushQueue(channel => AppPlaces.IsNative(channel) ? ways.GetValueOrDefault(channel) : client, channel => content.Channels.Of(channel).ASecond, parts.Pushes, time, app.Logger)
        {
            Watch = (channel, sending) => Watch(status, channel, sending),
        };
        bot.Rings.Way = queue.RingAsync;
        if (options.IsOn)
            status.Add(ConnectorChecks.Name);
        var connector = app.MapConnector(new(options, looks.TurnAsync, parts.Pushes, queue, http, time) { Table = content.Channels, Text = parts.Text });
        app.MapApps(apps, parts, queue, status);
        if (options.IsOn || apps.Count > 0)
            app.Lifetime.ApplicationStarted.Register(() =>
            {
                _ = queue.StartAsync(app.Lifetime.ApplicationStopping);
                _ = looks.RunAsync(app.Lifetime.ApplicationStopping);
            });
        // What is on its way when the server stops may arrive, or it would be sent again after the next start.
        var ended = Task.CompletedTask;
        app.Lifetime.ApplicationStopping.Register(() => ended = queue.EndAsync(Grace));
        app.Lifetime.ApplicationStopped.Register(() => ended.GetAwaiter().GetResult());
        return () => (connector.Problems.Concat(queue.IsUnread ? [Unread] : []).Concat(status.Problems), status.Standings);
    }

    public static AppParts Parts(Settings settings, LoadedContent content, ActivityTurn turn, IPushes pushes, HttpClient http, TimeProvider time, ILogger log) => new(
        turn,
        pushes,
        content.Channels,
        (languages, key) => content.Localizer.Catalog.Render(content.Localizer.Negotiator.Best(languages, false), key),
        http,
        time,
        log)
    {
        PublicUrl = settings.PublicUrl,
        Languages = [.. content.Spoken(drafts: false).Select(l => l.Tag)],
    };

    /// <summary>For what leaves by itself: follows nobody elsewhere, and tells nobody which request it belongs to.</summary>
    public static HttpClient Outward() => new(new SocketsHttpHandler
    {
        AllowAutoRedirect = false,
        UseCookies = false,
        ActivityHeadersPropagator = null,
        ConnectTimeout = TimeSpan.FromSeconds(10),
        PooledConnectionLifetime = TimeSpan.FromMinutes(5),
    })
    { Timeout = TimeSpan.FromSeconds(90) };

    private static void Watch(AppStatus status, string channel, Sending sending)
    {
        var name = AppPlaces.NameOf(channel) ?? ConnectorChecks.Name;
        if (sending.Problem is { } problem)
            status.CannotSend(name, problem);
        else if (sending.Result is SendResult.Sent)
            status.Sends(name);
        // That one person cannot be written to says nothing about the channel.
        else if (sending.Result is not SendResult.Refused)
            status.Stumbles(name, "messages do not arrive, and are tried again");
    }

    public static ConnectorOptions ConnectorOptions(Settings settings) => new()
    {
        AppId = settings.ConnectorAppId,
        AppPassword = settings.ConnectorAppPassword,
        TokenUrl = settings.ConnectorTokenUrl ?? Channels.Connector.ConnectorOptions.TokenUrlOf(settings.ConnectorTenant),
        Metadata = settings.ConnectorMetadata,
        Issuer = settings.ConnectorIssuer,
        Channels = Parts(settings.ConnectorChannels),
        ServiceHosts = Parts(settings.ConnectorServiceHosts),
        Hub = settings.ConnectorHub,
        Discreet = Parts(settings.ConnectorDiscreet),
        InsecureLoopback = settings.ConnectorInsecureLoopback,
    };

    private static string[] Parts(string? list) => list?.Split(',', StringSplitOptions.TrimEntries | StringSplitOptions.RemoveEmptyEntries) ?? [];
}
