using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Hosting.Server;
using Microsoft.AspNetCore.Hosting.Server.Features;
using Microsoft.Extensions.DependencyInjection;
using RemedyBot.Channels.DirectLine;
using RemedyBot.Composition;

namespace RemedyBot.Tests.Channels;

/// <summary>The whole server in this process, on a free port of loopback, with one site that may mint tokens.</summary>
public sealed class AServer : IAsyncLifetime, IAsyncDisposable, IReached
{
    public const string Secret = "the-secret-of-a-site";
    public const string OldSecret = "its-secret-of-last-year";
    public const string Origin = "https://site.example";

    internal static readonly LoadedContent Content = LoadedContent.Read(new ContentFolder(null));

    private CancellationTokenSource _end = new();
    private readonly string _data = Directory.CreateTempSubdirectory("remedybot-channels-").FullName;
    private Task _run = Task.CompletedTask;

    internal MovedClock Clock { get; } = new();

    MovedClock IReached.Clock => Clock;

    public Func<Settings, Settings> Change { get; init; } = settings => settings;

    public LoadedContent Speaks { get; init; } = Content;

    public Uri Root { get; private set; } = new("http://unknown.invalid");

    public HttpClient Http { get; private set; } = new();

    public string Data => _data;

    /// <summary>How many rows of conversations and their turns are stored; the mark of an end in an app is one too.</summary>
    public int Rows => Count("(SELECT count(*) FROM conversation) + (SELECT count(*) FROM turn)");

    /// <summary>How many conversations are stored.</summary>
    public int Conversations => Count("(SELECT count(*) FROM conversation)");

    /// <summary>How many cases lie at the desk.</summary>
    public int Desk => Count("(SELECT count(*) FROM desk)");

    /// <summary>How many parcels wait in the outbox.</summary>
    public int Waiting => Count("(SELECT count(*) FROM outbox)");

    private int Count(string what)
    {
        using var database = new Microsoft.Data.Sqlite.SqliteConnection($"Data Source={Path.Combine(_data, "remedybot.db")};Mode=ReadOnly;Pooling=False");
        database.Open();
        using var count = database.CreateCommand();
        count.CommandText = "SELECT " + what;
        return Convert.ToInt32(count.ExecuteScalar(), System.Globalization.CultureInfo.InvariantCulture);
    }

    /// <summary>Runs a statement beside the server, as a damaged disk would.</summary>
    public void Run(string statement)
    {
        using var database = new Microsoft.Data.Sqlite.SqliteConnection($"Data Source={Path.Combine(_data, "remedybot.db")};Pooling=False");
        database.Open();
        using var command = database.CreateCommand();
#pragma warning disable CA2100 // Constants of the tests.
        command.CommandText = statement;
#pragma warning restore CA2100
        command.ExecuteNonQuery();
    }

    public async Task InitializeAsync()
    {
        var listening = new TaskCompletionSource<Uri>(TaskCreationOptions.RunContinuationsAsynchronously);
        var settings = Change(new()
        {
            Urls = "http://127.0.0.1:0",
            Data = _data,
            MetricsUrls = "",
            LimitsEnabled = false,
            DirectLineSites = new([new Site("example", [Secret, OldSecret], [Origin])]),
        });
        _run = Server.RunAsync(settings, Speaks, Clock, app => Announce(app, listening), _end.Token);
        if (await Task.WhenAny(listening.Task, _run) == _run)
            await _run;
        Root = await listening.Task;
        Http = new(new SocketsHttpHandler { AllowAutoRedirect = false, UseCookies = false }) { BaseAddress = Root };
    }

    /// <summary>Ends it and starts it again over the same folder, on another port.</summary>
    public async Task Restart()
    {
        await _end.CancelAsync();
        await _run;
        Http.Dispose();
        _end.Dispose();
        _end = new();
        await InitializeAsync();
    }

    public async Task DisposeAsync()
    {
        await _end.CancelAsync();
        await _run;
        Http.Dispose();
        _end.Dispose();
        Directory.Delete(_data, recursive: true);
    }

    ValueTask IAsyncDisposable.DisposeAsync() => new(DisposeAsync());

    public static async Task<AServer> Start(Func<Settings, Settings>? change = null, LoadedContent? content = null)
    {
        var server = new AServer { Change = change ?? (s => s), Speaks = content ?? Content };
        await server.InitializeAsync();
        return server;
    }

    private static void Announce(WebApplication app, TaskCompletionSource<Uri> listening) => app.Lifetime.ApplicationStarted.Register(
        () => listening.SetResult(new(app.Services.GetRequiredService<IServer>().Features.Get<IServerAddressesFeature>()!.Addresses.First())));
}
