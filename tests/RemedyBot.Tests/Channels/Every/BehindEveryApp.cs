using System.Text.Json.Nodes;
using RemedyBot.Channels.Apps;
using RemedyBot.Commands;
using RemedyBot.Composition;
using RemedyBot.Tests.Channels.Signal;
using RemedyBot.Tests.Channels.Sms;
using RemedyBot.Tests.Channels.WhatsApp;

namespace RemedyBot.Tests.Channels.Every;

/// <summary>One server that every app speaks to, a Connector too, with a desk that takes cases.</summary>
internal sealed class BehindEveryApp : IAsyncDisposable
{
    private readonly FakeTelegram _telegram;
    private readonly FakeGraph _graph;
    private readonly FakeGateway _gateway;
    private readonly FakeSignalCli _cli;

    private BehindEveryApp(FakeTelegram telegram, FakeGraph graph, FakeGateway gateway, FakeSignalCli cli, FakeConnector connector) =>
        (_telegram, _graph, _gateway, _cli, Connector) = (telegram, graph, gateway, cli, connector);

    public static IReadOnlyCollection<string> Names => AppAdapters.Names;

    public FakeConnector Connector { get; }

    public AServer Server { get; private set; } = null!;

    public string TelegramSecret => _telegram.Secret!;

    /// <summary>How often something was asked to be taken back, by the name of the app.</summary>
    public int TakenBack(string app) => app switch
    {
        "telegram" => _telegram.Of("deleteMessages").Count,
        "signal" => _cli.Calls.Count(c => (string?)c["method"] == "remoteDelete"),
        _ => 0,
    };

    /// <summary>What the platforms would not have taken.</summary>
    public IEnumerable<string> Wrong => _graph.Wrong.Concat(_gateway.Wrong).Concat(_cli.Wrong);

    public static async Task<BehindEveryApp> Start(bool discreet = false)
    {
        var every = new BehindEveryApp(await FakeTelegram.Start(), await FakeGraph.Start(), await FakeGateway.Start(), FakeSignalCli.Start(), await FakeConnector.Start());
        (string, string)[] more = discreet ? [("discreet", "true")] : [];
        every.Server = await AServer.Start(settings => every.Connector.Behind(settings) with
        {
            PublicUrl = new("https://bot.example"),
            AllowedHosts = "*",
            Channels = [every._telegram.AppOf(more), every._graph.Of(more), every._gateway.Of(more), every._cli.Of(more)],
        });
        for (var tried = 0; (every._telegram.Webhook is null || every._cli.Subscriptions == 0) && tried < 400; tried++)
            await Task.Delay(25);
        return every;
    }

    /// <summary>A helpline's desk at this server.</summary>
    public async Task SetUpDesk()
    {
        var file = Path.Combine(Server.Data, "passphrase");
        await File.WriteAllTextAsync(file, "five quiet words of mine");
        Assert.Equal(0, await DeskCommand.SetUpOnceAsync(new Settings { Data = Server.Data }, file, default));
        await Server.Restart();
        for (var tried = 0; _cli.Subscriptions < 2 && tried < 400; tried++)
            await Task.Delay(25);
    }

    /// <summary>Somebody who writes in that app.</summary>
    public APersonInAnApp Somebody(string app)
    {
        switch (app)
        {
            case "telegram":
                var chat = new AChat(_telegram, Server);
                return new(Server, app, text => chat.Post(chat.Words(text)), () => [.. chat.Sent.Select(m => new Heard((string)m["text"]!, AChat.Titles(m)))], text => chat.Post(chat.Edit(text)));
            case "whatsapp":
                var whatsapp = new WithWhatsApp(_graph, Server);
                return new(Server, app, text => whatsapp.Post(whatsapp.Words(text)), () => [.. whatsapp.Sent.Select(m => new Heard(WithWhatsApp.Text(m), [.. WithWhatsApp.Taps(m).Select(t => t.Title)]))], _ => whatsapp.Post(AWebhook.Of(whatsapp.Person, whatsapp.NewId(), whatsapp.Now, "edit", [])));
            case "signal":
                var signal = new WithSignal(_cli, Server);
                return new(Server, app, text => Told(signal.Envelope(text)), () => [.. signal.Sent.Select(m => new Heard((string)m["params"]!["message"]!, []))], text => Told(signal.Envelope(text, kind: "editMessage")));
            default:
                var phone = new WithAPhone(_gateway, Server);
                return new(Server, app, text => phone.Post(phone.Message(text)), () => [.. phone.Sent.Select(m => new Heard((string)m["text"]!, []))]);
        }
    }

    private async Task<int> Told(JsonObject envelope)
    {
        await _cli.Tell(envelope);
        return 200;
    }

    public async ValueTask DisposeAsync()
    {
        await Server.DisposeAsync();
        await _telegram.DisposeAsync();
        await _graph.DisposeAsync();
        await _gateway.DisposeAsync();
        await _cli.DisposeAsync();
        await Connector.DisposeAsync();
    }
}
