using System.Net;
using System.Net.WebSockets;
using System.Text.Json.Nodes;
using RemedyBot.EndToEnd.Browsers;

namespace RemedyBot.EndToEnd.Security;

/// <summary>T8, T19: a real nginx, once as the README says and once as it comes.</summary>
public sealed class When_a_proxy_stands_in_front
{
    private const string Canary = "plovercanary";
    private const string Name = "help.example.org";

    private static readonly Dictionary<string, string> Settings = new() { ["publicUrl"] = "https://" + Name, ["trustedProxies"] = "127.0.0.1" };

    [Fact]
    public async Task With_our_recipe_nothing_of_a_conversation_is_in_its_folder()
    {
        await using var server = await ServerProcess.Start(settings: Settings);
        await using var nginx = await Nginx.WithOurRecipe(server.Root);
        var visitor = new Visitor(nginx.Client) { Headers = { ["Host"] = Name } };
        await visitor.Open($"?lang=en&q={Canary}");
        await Walk.ToCode(visitor, Canary + " he waits at my door");
        var (code, token, id) = (visitor.Code, visitor.Token, visitor.Id);
        Assert.NotEmpty(code);
        await visitor.Say(string.Concat(Enumerable.Repeat(Canary + " ", 15_000)));
        Assert.Equal(HttpStatusCode.OK, visitor.Status);

        Assert.Empty(Leftovers.Of(nginx.Folder, Canary, code, code.Replace(" ", "", StringComparison.Ordinal), token, id));
        Assert.All(nginx.Written, file => Assert.Equal(0, new FileInfo(file).Length));
    }

    [Fact]
    [Trait("Checklist", "7")]
    public async Task Through_our_recipe_a_socket_opens_at_the_public_address_and_gets_what_comes()
    {
        await using var server = await ServerProcess.Start(settings: Settings);
        await using var nginx = await Nginx.WithOurRecipe(server.Root);
        var begun = await Call(nginx, "tokens/generate", null);
        begun = await Call(nginx, "conversations", (string)begun["token"]!);
        var stream = new Uri((string)begun["streamUrl"]!);
        Assert.Equal(("wss", Name), (stream.Scheme, stream.Host));

        using var socket = new ClientWebSocket();
        socket.Options.SetRequestHeader("Host", Name);
        await socket.ConnectAsync(new UriBuilder(nginx.Root) { Scheme = "ws", Path = stream.AbsolutePath, Query = stream.Query }.Uri, default);
        var frame = new byte[64 * 1024];
        using var patience = new CancellationTokenSource(TimeSpan.FromSeconds(30));
        Assert.True((await socket.ReceiveAsync(frame, patience.Token)).Count > 0);
        await Call(nginx, $"conversations/{begun["conversationId"]}/activities", (string)begun["token"]!, """{"type":"message","text":"en"}""");
        Assert.Equal(WebSocketMessageType.Text, (await socket.ReceiveAsync(frame, patience.Token)).MessageType);
    }

    [Fact]
    public async Task Its_visitors_are_not_taken_for_somebody_at_the_machine()
    {
        await using var server = await ServerProcess.Start(settings: Settings);
        await using var nginx = await Nginx.WithOurRecipe(server.Root);
        nginx.Client.DefaultRequestHeaders.Host = Name;
        using var setup = await nginx.Client.GetAsync("desk/setup");
        Assert.DoesNotContain("name=\"passphrase\"", await setup.Content.ReadAsStringAsync(), StringComparison.Ordinal);
        using var metrics = await nginx.Client.GetAsync("metrics");
        Assert.Equal(HttpStatusCode.NotFound, metrics.StatusCode);
    }

    [Fact]
    public async Task Where_all_visits_look_local_the_one_time_word_still_guards_the_desk()
    {
        await using var server = await ServerProcess.Start();
        await using var nginx = await Nginx.AsItComes(server.Root);
        using var answer = await nginx.Client.PostAsync("desk/setup", new FormUrlEncodedContent(
            [new("setup", "guessed word"), new("by", "heron"), new("word", "heron"), new("passphrase", "five plain words are enough"), new("code", "123456")]));
        Assert.False(File.Exists(Path.Combine(server.Data, "desk.json")));
        using var metrics = await nginx.Client.GetAsync("metrics");
        Assert.Equal(HttpStatusCode.NotFound, metrics.StatusCode);
        var visitor = await new Visitor(nginx.Client).Open();
        Assert.Equal(HttpStatusCode.OK, visitor.Status);
    }

    private static async Task<JsonNode> Call(Nginx nginx, string path, string? token, string? body = null)
    {
        using var request = new HttpRequestMessage(HttpMethod.Post, "v3/directline/" + path) { Headers = { Host = Name } };
        request.Headers.TryAddWithoutValidation("Origin", "https://" + Name);
        if (token is not null)
            request.Headers.Authorization = new("Bearer", token);
        if (body is not null)
            request.Content = new StringContent(body, System.Text.Encoding.UTF8, "application/json");
        using var answer = await nginx.Client.SendAsync(request);
        Assert.True(answer.IsSuccessStatusCode, $"{path}: {answer.StatusCode}");
        return JsonNode.Parse(await answer.Content.ReadAsStringAsync())!;
    }
}
