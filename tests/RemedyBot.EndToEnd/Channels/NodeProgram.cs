using System.Diagnostics;
using System.Text;
using System.Text.Json.Nodes;
using System.Threading.Channels;

namespace RemedyBot.EndToEnd.Channels;

/// <summary>A program of tests/node that takes a line of JSON and gives lines of JSON.</summary>
internal sealed class NodeProgram : IAsyncDisposable
{
    private static readonly TimeSpan Patience = TimeSpan.FromSeconds(60);
    private static readonly SemaphoreSlim Installing = new(1, 1);

    private readonly Process _process;
    private readonly Channel<JsonNode> _lines = Channel.CreateUnbounded<JsonNode>();
    private readonly StringBuilder _complaints = new();

    private NodeProgram(Process process)
    {
        _process = process;
        process.OutputDataReceived += (_, line) =>
        {
            if (line.Data is { Length: > 0 } text)
                _lines.Writer.TryWrite(text.StartsWith('{') ? JsonNode.Parse(text)! : JsonValue.Create(text));
            else if (line.Data is null)
                _lines.Writer.TryComplete();
        };
        process.ErrorDataReceived += (_, line) => _complaints.AppendLine(line.Data);
        process.BeginOutputReadLine();
        process.BeginErrorReadLine();
    }

    public static string Folder { get; } = Path.Combine(Root(), "tests", "node");

    public static async Task<NodeProgram> Start(string script, params string[] arguments)
    {
        await Install();
        return new(Process.Start(new ProcessStartInfo("node", [script, .. arguments])
        {
            WorkingDirectory = Folder,
            RedirectStandardInput = true,
            RedirectStandardOutput = true,
            RedirectStandardError = true,
            StandardInputEncoding = new UTF8Encoding(false),
            StandardOutputEncoding = Encoding.UTF8,
        })!);
    }

    public void Tell(JsonNode command)
    {
        _process.StandardInput.WriteLine(command.ToJsonString());
        _process.StandardInput.Flush();
    }

    /// <summary>The next event that fits; those before it are dropped.</summary>
    public async Task<JsonNode> Next(Func<JsonNode, bool> fits)
    {
        using var limit = new CancellationTokenSource(Patience);
        var passed = new List<string>();
        try
        {
            while (true)
            {
                var line = await _lines.Reader.ReadAsync(limit.Token);
                if (fits(line))
                    return line;
                passed.Add(line.ToJsonString());
            }
        }
        catch (Exception e) when (e is OperationCanceledException or ChannelClosedException)
        {
            throw new InvalidOperationException("What was waited for did not come, but: " + string.Join('\n', passed) + "\n" + _complaints, e);
        }
    }

    /// <summary>The one line of a program that only tells something.</summary>
    public async Task<string> Text() => (string)(await Next(_ => true))!;

    public async Task<JsonNode> Ask(JsonNode task)
    {
        Tell(task);
        return await Next(_ => true);
    }

    public async ValueTask DisposeAsync()
    {
        if (!_process.HasExited)
            _process.Kill();
        await _process.WaitForExitAsync();
        _process.Dispose();
    }

    private static async Task Install()
    {
        await Installing.WaitAsync();
        try
        {
            if (Directory.Exists(Path.Combine(Folder, "node_modules", "botframework-directlinejs")))
                return;
            using var npm = Process.Start(new ProcessStartInfo("npm", "ci --ignore-scripts --no-audit --no-fund --silent") { WorkingDirectory = Folder })!;
            await npm.WaitForExitAsync();
        }
        finally
        {
            Installing.Release();
        }
    }

    private static string Root()
    {
        var folder = new DirectoryInfo(AppContext.BaseDirectory);
        while (!File.Exists(Path.Combine(folder.FullName, "RemedyBot.sln")))
            folder = folder.Parent ?? throw new InvalidOperationException("The repository's root was not found.");
        return folder.FullName;
    }
}
