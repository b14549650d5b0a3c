using System.Collections.Concurrent;
using System.Globalization;
using System.Net;
using System.Net.Sockets;
using System.Text;
using System.Text.Json.Nodes;
using RemedyBot.Channels.Apps;
using RemedyBot.Composition;

namespace RemedyBot.Tests.Channels.Signal;

/// <summary>A signal-cli daemon on loopback: JSON-RPC in lines, as its manual describes it. It looks at every call, and keeps what it would not have known.</summary>
internal sealed class FakeSignalCli : IAsyncDisposable
{
    public const string Account = "+4900000001";

    private readonly Socket _listener;
    private readonly ConcurrentDictionary<Socket, bool> _lines = new();
    private readonly CancellationTokenSource _end = new();
    private long _clock = 1_700_000_000_000;

    private FakeSignalCli(EndPoint at)
    {
        _listener = at is UnixDomainSocketEndPoint ? new(AddressFamily.Unix, SocketType.Stream, ProtocolType.Unspecified) : new(SocketType.Stream, ProtocolType.Tcp);
        _listener.Bind(at);
        _listener.Listen();
        _ = ServeAsync();
    }

    public ConcurrentQueue<JsonObject> Calls { get; } = new();

    public ConcurrentQueue<string> Wrong { get; } = new();

    /// <summary>Errors and results with which the next sends are answered; well where it is empty.</summary>
    public ConcurrentQueue<JsonObject> Answers { get; } = new();

    /// <summary>The same for what is to be taken back.</summary>
    public ConcurrentQueue<JsonObject> Backs { get; } = new();

    public string Address => _listener.LocalEndPoint is IPEndPoint ip ? $"tcp://127.0.0.1:{ip.Port}" : "unix:" + _listener.LocalEndPoint;

    public int Subscriptions => Calls.Count(c => (string?)c["method"] == "subscribeReceive");

    public static FakeSignalCli Start(string? path = null) => new(path is null ? new IPEndPoint(IPAddress.Loopback, 0) : new UnixDomainSocketEndPoint(path));

    public Settings Behind(Settings settings, params (string Key, string Value)[] more) => settings with { Channels = [Of(more)] };

    public AppSettings Of(params (string Key, string Value)[] more) => new("signal", new Dictionary<string, string> { ["address"] = Address, ["account"] = Account }
        .Concat(more.Select(m => KeyValuePair.Create(m.Key, m.Value))).GroupBy(p => p.Key).ToDictionary(g => g.Key, g => g.Last().Value));

    public IReadOnlyList<JsonObject> Of(string method, string person) =>
        [.. Calls.Where(c => (string?)c["method"] == method && (string?)(c["params"]!["recipient"] is JsonArray list ? list[0] : c["params"]!["recipient"]) == person)];

    public long NextTime() => Interlocked.Increment(ref _clock);

    public Task Tell(JsonObject envelope, JsonObject? exception = null)
    {
        var result = new JsonObject { ["envelope"] = envelope.DeepClone(), ["account"] = Account };
        if (exception is not null)
            result["exception"] = exception.DeepClone();
        return Write(new JsonObject { ["jsonrpc"] = "2.0", ["method"] = "receive", ["params"] = new JsonObject { ["subscription"] = 0, ["result"] = result } }.ToJsonString());
    }

    public async Task Write(string line)
    {
        foreach (var socket in _lines.Keys)
            await socket.SendAsync(Encoding.UTF8.GetBytes(line + "\n"));
    }

    public void Break()
    {
        foreach (var socket in _lines.Keys)
            socket.Close();
    }

    public async ValueTask DisposeAsync()
    {
        await _end.CancelAsync();
        _listener.Close();
        Break();
        _end.Dispose();
    }

    private async Task ServeAsync()
    {
        try
        {
            while (true)
            {
                var socket = await _listener.AcceptAsync(_end.Token);
                _lines[socket] = true;
                _ = TalkAsync(socket);
            }
        }
        catch (Exception e) when (e is OperationCanceledException or SocketException or ObjectDisposedException)
        {
            // It ends.
        }
    }

    private async Task TalkAsync(Socket socket)
    {
        try
        {
            using var reader = new StreamReader(new NetworkStream(socket));
            while (await reader.ReadLineAsync(_end.Token) is { } line)
            {
                var call = JsonNode.Parse(line)!.AsObject();
                Look(call);
                Calls.Enqueue(call);
                var answer = Answer(call);
                answer["jsonrpc"] = "2.0";
                answer["id"] = call["id"]!.DeepClone();
                await socket.SendAsync(Encoding.UTF8.GetBytes(answer.ToJsonString() + "\n"));
            }
        }
        catch (Exception e) when (e is OperationCanceledException or IOException or SocketException or ObjectDisposedException)
        {
            // The line broke.
        }
        _lines.TryRemove(socket, out _);
    }

    private void Look(JsonObject call)
    {
        var method = (string?)call["method"];
        string[] known = method switch
        {
            "version" => [],
            "subscribeReceive" or "listDevices" => ["account"],
            "send" => ["account", "recipient", "groupId", "message"],
            "remoteDelete" => ["account", "recipient", "targetTimestamp"],
            "updateContact" => ["account", "recipient", "expiration"],
            "quitGroup" => ["account", "groupId"],
            _ => ["method " + method + " is not expected"],
        };
        var parameters = call["params"]?.AsObject() ?? [];
        if ((string?)call["jsonrpc"] != "2.0" || call["id"] is null || parameters.Any(p => !known.Contains(p.Key)) || (method != "version" && (string?)parameters["account"] != Account))
            Wrong.Enqueue(method ?? "no method");
        if (method is "send" && Encoding.UTF8.GetByteCount((string)parameters["message"]!) is 0 or > 2000)
            Wrong.Enqueue("a message that would become a file");
    }

    private JsonObject Answer(JsonObject call) =>
        (string?)call["method"] == "send" && Answers.TryDequeue(out var answer) ? answer.DeepClone().AsObject()
        : (string?)call["method"] == "remoteDelete" && Backs.TryDequeue(out var kept) ? kept.DeepClone().AsObject()
        : (string?)call["method"] switch
        {
            "subscribeReceive" => new() { ["result"] = 0 },
            "version" => new() { ["result"] = new JsonObject { ["version"] = "0.13.20" } },
            "listDevices" => new() { ["result"] = new JsonArray(new JsonObject { ["id"] = 1 }) },
            "updateContact" => new() { ["result"] = new JsonObject() },
            _ => new() { ["result"] = new JsonObject { ["timestamp"] = NextTime(), ["results"] = new JsonArray(new JsonObject { ["type"] = "SUCCESS" }) } },
        };

    public static string Number(long time) => time.ToString(CultureInfo.InvariantCulture);
}
