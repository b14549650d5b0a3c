using System.Diagnostics;
using System.Globalization;
using System.Net;
using System.Net.Sockets;

namespace RemedyBot.EndToEnd;

/// <summary>The real program as a process of its own, with a data folder in a temporary place. Ended by its process id.</summary>
public sealed class ServerProcess : IAsyncDisposable
{
    private static readonly TimeSpan StartUp = TimeSpan.FromSeconds(60);
    private static readonly TimeSpan ShutDown = TimeSpan.FromSeconds(12);

    private readonly bool ownsData;
    private readonly Process process;
    private readonly List<string> output = [];

    private ServerProcess(Process process, Uri root, string data, bool ownsData)
    {
        this.process = process;
        this.ownsData = ownsData;
        Root = root;
        Data = data;
        Client = new(new SocketsHttpHandler { AllowAutoRedirect = false, UseCookies = false }) { BaseAddress = root };
    }

    public Uri Root { get; }

    /// <summary>The data folder, deleted at the end where it was made here.</summary>
    public string Data { get; }

    public HttpClient Client { get; }

    public int Id => process.Id;

    /// <summary>What the program wrote to its two outputs so far.</summary>
    public string Output
    {
        get
        {
            lock (output) return string.Join('\n', output);
        }
    }

    /// <param name="data">A data folder to go on with; null makes a new one.</param>
    /// <param name="settings">Settings by their names, such as <c>publicUrl</c>.</param>
    /// <param name="port">Where to listen; null for any free one.</param>
    /// <param name="environment">Variables of the process, such as <c>TMPDIR</c>.</param>
    public static async Task<ServerProcess> Start(string? data = null, IReadOnlyDictionary<string, string>? settings = null, IReadOnlyDictionary<string, string>? environment = null, int? port = null)
    {
        var folder = data ?? Directory.CreateTempSubdirectory("remedybot-data-").FullName;
        var root = new Uri($"http://127.0.0.1:{port ?? FreePort()}/");
        var start = new ProcessStartInfo(Environment.GetEnvironmentVariable("DOTNET_HOST_PATH") ?? "dotnet")
        {
            RedirectStandardOutput = true,
            RedirectStandardError = true,
            WorkingDirectory = folder,
        };
        foreach (var word in new[] { Path.Combine(AppContext.BaseDirectory, "remedybot.dll"), "serve", "--urls", root.GetLeftPart(UriPartial.Authority), "--data", folder }) start.ArgumentList.Add(word);
        start.Environment["REMEDYBOT__metrics__urls"] = $"http://127.0.0.1:{FreePort()}";
        foreach (var (name, value) in settings ?? new Dictionary<string, string>()) start.Environment["REMEDYBOT__" + name.Replace(":", "__", StringComparison.Ordinal)] = value;
        foreach (var (name, value) in environment ?? new Dictionary<string, string>()) start.Environment[name] = value;

        var server = new ServerProcess(Process.Start(start)!, root, folder, data is null);
        server.Listen();
        await server.Ready();
        return server;
    }

    private void Listen()
    {
        process.OutputDataReceived += (_, line) => Keep(line.Data);
        process.ErrorDataReceived += (_, line) => Keep(line.Data);
        process.BeginOutputReadLine();
        process.BeginErrorReadLine();
    }

    private void Keep(string? line)
    {
        if (line is null) return;
        lock (output) output.Add(line);
    }

    private async Task Ready()
    {
        using var limit = new CancellationTokenSource(StartUp);
        while (true)
        {
            if (process.HasExited) throw new InvalidOperationException($"The server ended with {process.ExitCode}:\n{Output}");
            try
            {
                using var answer = await Client.GetAsync("readyz", limit.Token);
                if (answer.StatusCode is HttpStatusCode.OK) return;
            }
            catch (HttpRequestException)
            {
                // Not listening yet.
            }

            await Task.Delay(100, limit.Token);
        }
    }

    /// <summary>Asks the program to end and returns its exit status.</summary>
    public async Task<int> Stop()
    {
        using var signal = Process.Start("kill", ["-TERM", process.Id.ToString(CultureInfo.InvariantCulture)]);
        await signal.WaitForExitAsync();
        using var limit = new CancellationTokenSource(ShutDown);
        await process.WaitForExitAsync(limit.Token);
        return process.ExitCode;
    }

    /// <summary>Lets the program die of a broken memory access. The runtime passes over the first signal that comes from outside, so it is sent until it works.</summary>
    public async Task Crash()
    {
        using var limit = new CancellationTokenSource(StartUp);
        while (!process.HasExited)
        {
            using var signal = Process.Start("kill", ["-SEGV", process.Id.ToString(CultureInfo.InvariantCulture)]);
            await signal.WaitForExitAsync(limit.Token);
            await Task.Delay(200, limit.Token);
        }
    }

    /// <summary>Ends the program at once, as a power cut would.</summary>
    public async Task Kill()
    {
        process.Kill();
        await process.WaitForExitAsync();
    }

    public async ValueTask DisposeAsync()
    {
        Client.Dispose();
        if (!process.HasExited) await Kill();
        process.Dispose();
        if (ownsData) Directory.Delete(Data, recursive: true);
    }

    public static int FreePort()
    {
        using var socket = new TcpListener(IPAddress.Loopback, 0);
        socket.Start();
        return ((IPEndPoint)socket.LocalEndpoint).Port;
    }
}
