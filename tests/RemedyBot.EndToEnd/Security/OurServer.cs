using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Hosting.Server;
using Microsoft.AspNetCore.Hosting.Server.Features;
using Microsoft.Extensions.DependencyInjection;
using RemedyBot.Composition;

namespace RemedyBot.EndToEnd.Security;

/// <summary>The whole server within this process, on a free port of loopback, with a clock that the test moves and a desk that one worker can open.</summary>
internal sealed class OurServer : IAsyncDisposable
{
    private static readonly Lazy<LoadedContent> Content = new(() => LoadedContent.Read(new ContentFolder(null)));

    private readonly CancellationTokenSource _end = new();
    private readonly bool _ownsData;
    private readonly Task _run;
    private bool _stopped;

    private OurServer(Settings settings, MovedTime time, bool ownsData, TaskCompletionSource<Uri> listening)
    {
        Data = settings.Data;
        Time = time;
        _ownsData = ownsData;
        _run = Server.RunAsync(settings, Content.Value, time, app => Announce(app, listening), _end.Token);
    }

    public string Data { get; }

    public MovedTime Time { get; }

    public Uri Root { get; private set; } = new("http://unknown.invalid");

    public HttpClient Client { get; private set; } = new();

    public static async Task<OurServer> Start(MovedTime? time = null, string? data = null)
    {
        var clock = time ?? new MovedTime();
        var folder = data ?? Directory.CreateTempSubdirectory("remedybot-security-").FullName;
        if (data is null)
            await DeskWorker.Enrol(folder, clock);
        var listening = new TaskCompletionSource<Uri>(TaskCreationOptions.RunContinuationsAsynchronously);
        var server = new OurServer(
            new() { Urls = "http://127.0.0.1:0", Data = folder, MetricsUrls = "", LimitsMessages = 100_000, LimitsStarts = 100_000 },
            clock, data is null, listening);
        if (await Task.WhenAny(listening.Task, server._run) == server._run)
            await server._run;
        server.Root = await listening.Task;
        server.Client = new(new SocketsHttpHandler { AllowAutoRedirect = false, UseCookies = false }) { BaseAddress = server.Root };
        return server;
    }

    public Visitor Visitor() => new(Client);

    /// <summary>A worker at the desk, signed in.</summary>
    public async Task<DeskWorker> Worker()
    {
        // Each code works once, so every sign-in needs the next one.
        Time.Advance(TimeSpan.FromSeconds(30));
        var worker = new DeskWorker(Root, Time);
        await worker.SignIn();
        return worker;
    }

    public IReadOnlyList<StoredRow> Rows() => Disk.Rows(Data);

    /// <summary>Ends it and leaves the data folder as it is.</summary>
    public async Task Stop()
    {
        if (_stopped)
            return;
        _stopped = true;
        await _end.CancelAsync();
        await _run;
    }

    public async ValueTask DisposeAsync()
    {
        await Stop();
        Client.Dispose();
        _end.Dispose();
        if (_ownsData)
            Directory.Delete(Data, recursive: true);
    }

    private static void Announce(WebApplication app, TaskCompletionSource<Uri> listening) => app.Lifetime.ApplicationStarted.Register(
        () => listening.SetResult(new(app.Services.GetRequiredService<IServer>().Features.Get<IServerAddressesFeature>()!.Addresses.First())));
}
