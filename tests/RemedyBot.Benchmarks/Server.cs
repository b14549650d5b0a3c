using System.Diagnostics;
using System.Globalization;
using System.Net;
using System.Net.Sockets;

namespace RemedyBot.Benchmarks;

/// <summary>One side of a measurement: a process that serves HTTP on loopback.</summary>
internal sealed class Server : IAsyncDisposable
{
    private static readonly Dictionary<string, string> None = [];
    private readonly Process _process;
    private readonly long _began = Stopwatch.GetTimestamp();

    private Server(string program, Uri root, IReadOnlyDictionary<string, string> settings, params ReadOnlySpan<string> arguments)
    {
        Root = root;
        var start = new ProcessStartInfo(program) { RedirectStandardOutput = true };
        foreach (var argument in arguments)
            start.ArgumentList.Add(argument);
        // A thousand conversations from one address in a second are no flood here.
        start.Environment["REMEDYBOT__limits__enabled"] = "false";
        start.Environment["REMEDYBOT__metrics__urls"] = "";
        foreach (var (name, value) in settings)
            start.Environment["REMEDYBOT__" + name.Replace(":", "__", StringComparison.Ordinal)] = value;
        _process = Process.Start(start)!;
        _process.OutputDataReceived += (_, _) => { };
        _process.BeginOutputReadLine();
    }

    public Uri Root { get; }

    public double ResidentMegabytes => double.Parse(
        File.ReadLines($"/proc/{_process.Id}/status").First(l => l.StartsWith("VmRSS:", StringComparison.Ordinal)).Split(' ', StringSplitOptions.RemoveEmptyEntries)[^2],
        CultureInfo.InvariantCulture) / 1024;

    /// <summary>Processor time used so far, the background compiler's included.</summary>
    public TimeSpan Processor
    {
        get
        {
            _process.Refresh();
            return _process.TotalProcessorTime;
        }
    }

    public static Server Start(string program, string folder, IReadOnlyDictionary<string, string>? settings = null)
    {
        var root = FreeRoot();
        return new(program, root, settings ?? None, "serve", "--urls", root.GetLeftPart(UriPartial.Authority), "--data", folder);
    }

    public static Server StartBare(string folder)
    {
        var root = FreeRoot();
        return new(Environment.ProcessPath!, root, None, "bare", root.GetLeftPart(UriPartial.Authority), folder);
    }

    /// <summary>From the start of the process to a whole first page.</summary>
    public async Task<TimeSpan> FirstAnswerAsync()
    {
        using var client = new HttpClient { BaseAddress = Root };
        while (true)
        {
            try
            {
                (await client.GetAsync("")).EnsureSuccessStatusCode();
                return Stopwatch.GetElapsedTime(_began);
            }
            catch (HttpRequestException) when (!_process.HasExited)
            {
                await Task.Delay(5);
            }
        }
    }

    public async ValueTask DisposeAsync()
    {
        using var signal = Process.Start("kill", ["-TERM", _process.Id.ToString(CultureInfo.InvariantCulture)]);
        await _process.WaitForExitAsync();
        _process.Dispose();
    }

    private static Uri FreeRoot()
    {
        using var socket = new TcpListener(IPAddress.Loopback, 0);
        socket.Start();
        return new($"http://127.0.0.1:{((IPEndPoint)socket.LocalEndpoint).Port}/");
    }
}
