using System.Net;
using System.Net.Sockets;
using System.Net.WebSockets;
using System.Runtime.Versioning;
using System.Text;
using System.Text.Json.Nodes;

namespace RemedyBot.EndToEnd.Security;

/// <summary>T9: what the program prints names nobody and nothing that was sent, after hundreds of turns and every error path.</summary>
public sealed class When_logs_are_read
{
    private const string Canary = "kestrelcanary";
    private const int Turns = 300;

    [Fact]
    [Trait("Checklist", "27")]
    public async Task No_id_query_address_or_word_stands_in_them()
    {
        using var helpline = new ClosedHelpline(Canary);
        await using var server = await ServerProcess.Start(settings: new ChannelNoise(Canary).Settings.Concat(helpline.Settings()).ToDictionary());
        var secrets = new HashSet<string> { Canary, "127.0.0.1", "::1", "lang=", "?", "/desk/", "POST", "GET", "127.0.0.2" };
        await Talk(server, secrets);
        await Err(server);
        await Stream(server, secrets);
        await new ChannelNoise(Canary).Make(server, secrets);
        await Break(server, secrets);
        Assert.Equal(0, await server.Stop());

        // The one-time word of the desk is printed on purpose, with the path where it is typed.
        var lines = server.Output.Split('\n').Where(line => !line.Contains("one-time word", StringComparison.Ordinal)).ToList();
        Assert.Contains(lines, line => line.Contains("SqliteException", StringComparison.Ordinal));
        Assert.Single(lines, line => line.Contains("Deliveries wait: unreachable.", StringComparison.Ordinal));
        foreach (var line in lines)
            foreach (var secret in secrets)
                Assert.DoesNotContain(secret, line, StringComparison.OrdinalIgnoreCase);
        Assert.True(lines.Count < 20, string.Join('\n', lines));
    }

    [Fact]
    public async Task The_folder_that_the_program_was_started_in_stays_as_it_was()
    {
        await using var server = await ServerProcess.Start();
        await new Visitor(server.Client).Open();
        Assert.Equal(["keys", "remedybot.db", "remedybot.db-shm", "remedybot.db-wal", "serving"],
            Directory.EnumerateFileSystemEntries(server.Data).Select(entry => Path.GetFileName(entry)).Order(StringComparer.Ordinal));
        if (!OperatingSystem.IsWindows())
            AssertPrivate(server.Data);
    }

    [UnsupportedOSPlatform("windows")]
    private static void AssertPrivate(string folder)
    {
        foreach (var file in Directory.EnumerateFiles(folder, "*", SearchOption.AllDirectories))
            Assert.Equal(UnixFileMode.UserRead | UnixFileMode.UserWrite, File.GetUnixFileMode(file));
        Assert.Equal(UnixFileMode.UserRead | UnixFileMode.UserWrite | UnixFileMode.UserExecute, File.GetUnixFileMode(Path.Combine(folder, "keys")));
    }

    private static async Task Talk(ServerProcess server, HashSet<string> secrets)
    {
        var turns = 0;
        while (turns < Turns)
        {
            var visitor = await new Visitor(server.Client).Open($"?lang=en&q={Canary}");
            await Walk.ToCode(visitor, Canary + " he waits at my door");
            secrets.UnionWith([visitor.Code, visitor.Token, visitor.Id]);
            await visitor.Say(visitor.Code);
            for (var more = 0; more < 25; more++)
                await visitor.Say($"{Canary} {more}");
            turns += visitor.Pages.Count - 1;
        }
    }

    /// <summary>Every way to be refused.</summary>
    private static async Task Err(ServerProcess server)
    {
        var visitor = await new Visitor(server.Client).Open();
        await visitor.Post([.. visitor.Fields(("text", Canary)).Where(field => field.Key != "token"), new("token", Canary)]);
        await (await new Visitor(server.Client).Open()).Say("31415 92653 58979 32384 62643");
        foreach (var (path, method) in new[] { ($"/{Canary}?{Canary}", "GET"), ($"/?t={Canary}", "PUT"), ($"/desk/cases/{Canary}", "GET"), ($"/desk/{Canary}", "POST"), ("/", "TRACE") })
            await Send(server, method, path, "text/plain");
        foreach (var type in new[] { "multipart/form-data; boundary=" + Canary, "application/x-www-form-urlencoded", "application/json", Canary })
            await Send(server, "POST", "/", type);
        await Send(server, "POST", "/", "application/x-www-form-urlencoded", ("Sec-Fetch-Site", "cross-site"));
        await Send(server, "POST", "/", "application/x-www-form-urlencoded", ("Host", Canary + ".example"));
        await Send(server, "POST", "/desk/signin", "application/x-www-form-urlencoded");
        await Send(server, "POST", "/desk/setup", "application/x-www-form-urlencoded");
        await Send(server, "GET", "/desk", "text/plain", ("Cookie", "desk=" + Canary));
        foreach (var raw in new[] { $"GET /{Canary}\r\n\r\n", $"{Canary}\r\n\r\n", $"GET / HTTP/1.1\r\nHost: 127.0.0.1\r\n{Canary}\r\n\r\n", $"POST / HTTP/1.1\r\nHost: 127.0.0.1\r\nContent-Length: 500\r\nContent-Type: application/json\r\n\r\n{Canary}" })
            await Hang(server, raw);
    }

    /// <summary>Direct Line: the handle of a stream travels in an address, a right one and wrong ones.</summary>
    private static async Task Stream(ServerProcess server, HashSet<string> secrets)
    {
        using var minted = await server.Client.PostAsync("v3/directline/tokens/generate", null);
        var token = (string)JsonNode.Parse(await minted.Content.ReadAsStringAsync())!["token"]!;
        using var start = new HttpRequestMessage(HttpMethod.Post, "v3/directline/conversations");
        start.Headers.Authorization = new("Bearer", token);
        using var begun = await server.Client.SendAsync(start);
        var answer = JsonNode.Parse(await begun.Content.ReadAsStringAsync())!;
        var stream = (string)answer["streamUrl"]!;
        secrets.UnionWith([token, (string)answer["token"]!, (string)answer["conversationId"]!, stream.Split("t=")[1]]);
        using var socket = new ClientWebSocket();
        await socket.ConnectAsync(new(stream), default);
        foreach (var wrong in (string[])[stream + Canary, stream.Replace("/stream", "/nothing", StringComparison.Ordinal), stream + "&token=" + Canary])
        {
            using var answered = await server.Client.GetAsync(new Uri(wrong.Replace("ws://", "http://", StringComparison.Ordinal)));
            Assert.InRange((int)answered.StatusCode, 400, 499);
        }
    }

    /// <summary>A store that fails in the middle of a conversation.</summary>
    private static async Task Break(ServerProcess server, HashSet<string> secrets)
    {
        var visitor = await new Visitor(server.Client).Open();
        await visitor.Choose("no");
        Disk.Run(server.Data, "ALTER TABLE conversation RENAME TO elsewhere");
        secrets.UnionWith([visitor.Token, visitor.Id, "elsewhere", "no such table"]);
        await visitor.Say(Canary);
        Assert.Equal(HttpStatusCode.InternalServerError, visitor.Status);
        Assert.Contains($">\n{Canary}</textarea>", visitor.Html, StringComparison.Ordinal);
        Disk.Run(server.Data, "ALTER TABLE elsewhere RENAME TO conversation");
        Assert.Equal("safety/device", (await visitor.Say("what is this")).Step);
    }

    private static async Task Send(ServerProcess server, string method, string path, string type, (string Name, string Value)? header = null)
    {
        using var request = new HttpRequestMessage(new(method), path);
        if (method is not ("GET" or "TRACE"))
        {
            request.Content = new ByteArrayContent(Encoding.UTF8.GetBytes($"{Canary}={Canary}&token={Canary}&form={Canary}&word={Canary}&passphrase={Canary}&code=123456&setup={Canary}"));
            request.Content.Headers.TryAddWithoutValidation("Content-Type", type);
        }

        request.Headers.UserAgent.ParseAdd(Canary);
        if (header is { } extra)
            request.Headers.TryAddWithoutValidation(extra.Name, extra.Value);
        using var answer = await server.Client.SendAsync(request);
        Assert.True((int)answer.StatusCode < 500, $"{method} {path}: {answer.StatusCode}");
    }

    /// <summary>Says half of something and goes away.</summary>
    private static async Task Hang(ServerProcess server, string request)
    {
        using var client = new TcpClient();
        await client.ConnectAsync(server.Root.Host, server.Root.Port);
        await client.GetStream().WriteAsync(Encoding.ASCII.GetBytes(request));
        await Task.Delay(50);
    }
}
