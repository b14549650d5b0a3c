using System.Text.Json;
using System.Text.Json.Nodes;
using System.Text.RegularExpressions;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Hosting;
using Microsoft.AspNetCore.Http;
using Microsoft.Extensions.Logging;
using Microsoft.Playwright;
using RemedyBot.EndToEnd.Browsers;

namespace RemedyBot.EndToEnd.Channels;

/// <summary>A site of somebody else, on an origin of its own, that shows `botframework-webchat` as it is packed.</summary>
internal sealed partial class WebChatPage : IAsyncDisposable
{
    private const string Markup = """
        <!doctype html><html lang="en"><meta charset="utf-8"><title>A site</title><div id="chat" style="height:600px"></div>
        <script src="/webchat.js"></script>
        <script>
          window.seen = []; window.failed = [];
          window.begin = (token, domain, locale) => {
            const line = WebChat.createDirectLine({ token, domain, conversationStartProperties: { locale } });
            const store = WebChat.createStore({}, () => next => action => {
              if (action.type === 'DIRECT_LINE/INCOMING_ACTIVITY') seen.push(action.payload.activity);
              if (action.type === 'DIRECT_LINE/POST_ACTIVITY_REJECTED') failed.push('rejected');
              return next(action);
            });
            window.say = text => store.dispatch({ type: 'WEB_CHAT/SEND_MESSAGE', payload: { text } });
            WebChat.renderWebChat({ directLine: line, store, locale, styleOptions: { hideUploadButton: true } }, document.getElementById('chat'));
          };
        </script></html>
        """;

    private readonly WebApplication _site;

    private WebChatPage(WebApplication site, IPage page) => (_site, Page) = (site, page);

    public IPage Page { get; }

    public List<string> Complaints { get; } = [];

    public HashSet<string> Hosts { get; } = [];

    /// <param name="minimal">Without cards and Markdown: what is not plain text and buttons shows nothing, or raw.</param>
    public static async Task<WebChatPage> Open(Chromium chromium, ServerProcess server, string language, bool minimal = false)
    {
        var opened = await Prepare(chromium, language, Markup, minimal);
        var token = await Token(server);
        await opened.Page.GotoAsync(opened._site.Urls.First());
        await opened.Page.EvaluateAsync("([token, domain, locale]) => begin(token, domain, locale)", new[] { token, Domain(server), language });
        return opened;
    }

    /// <summary>As the README publishes it, where no WebSocket gets through.</summary>
    public static async Task<WebChatPage> OpenRecipe(Chromium chromium, ServerProcess server)
    {
        var recipe = Recipe().Match(await File.ReadAllTextAsync(Path.Combine(NodeProgram.Folder, "..", "..", "README.md"))).Groups[1].Value
            .Replace("https://help.example.org/v3/directline", Domain(server), StringComparison.Ordinal).Replace("'ar'", "'en'", StringComparison.Ordinal).Replace("10_000", "2_000", StringComparison.Ordinal);
        Assert.Contains("2_000", recipe, StringComparison.Ordinal);
        var token = await Token(server);
        var opened = await Prepare(chromium, "en", $"""<!doctype html><html lang="en"><meta charset="utf-8"><title>A site</title><div id="chat" style="height:600px"></div><script src="/webchat.js"></script><script>const token = "{token}";</script>{recipe}</html>""");
        await opened.Page.RouteWebSocketAsync("**/*", socket => socket.OnMessage(_ => { }));
        await opened.Page.GotoAsync(opened._site.Urls.First());
        return opened;
    }

    private static async Task<WebChatPage> Prepare(Chromium chromium, string language, string markup, bool minimal = false)
    {
        await using var fetch = await NodeProgram.Start("webchat.mjs", Path.Combine(Path.GetFullPath(Path.Combine(NodeProgram.Folder, "..", "..")), "artifacts", "webchat"));
        var bundle = await fetch.Text();
        var builder = WebApplication.CreateSlimBuilder();
        builder.Logging.ClearProviders();
        builder.WebHost.UseUrls("http://127.0.0.1:0");
        var site = builder.Build();
        if (minimal)
            bundle = Path.Combine(Path.GetDirectoryName(bundle)!, "webchat-minimal.js");
        site.MapGet("/", () => Results.Content(markup, "text/html"));
        site.MapGet("/webchat.js", () => Results.File(bundle, "text/javascript"));
        await site.StartAsync();
        var opened = new WebChatPage(site, await chromium.Open(Device.Desktop with { Language = language }));
        opened.Watch();
        return opened;
    }

    private static string Domain(ServerProcess server) => new Uri(server.Root, "v3/directline").ToString();

    private static async Task<string> Token(ServerProcess server)
    {
        using var minted = await server.Client.PostAsync("v3/directline/tokens/generate", null);
        return (string)JsonNode.Parse(await minted.Content.ReadAsStringAsync())!["token"]!;
    }

    /// <summary>All messages of the bot that ask or end, as they describe themselves, once there are at least so many.</summary>
    public async Task<JsonNode> Asked(int count)
    {
        await Page.WaitForFunctionAsync("n => seen.filter(a => a.channelData?.remedybot && a.channelData.remedybot.kind !== 'say').length >= n", count, new() { PollingInterval = 50 });
        var json = await Page.EvaluateAsync<JsonElement>("n => seen.filter(a => a.channelData?.remedybot && a.channelData.remedybot.kind !== 'say')[n - 1].channelData.remedybot", count);
        return JsonNode.Parse(json.GetRawText())!;
    }

    public Task Say(string text) => Page.EvaluateAsync("text => say(text)", text);

    public async ValueTask DisposeAsync()
    {
        await Page.Context.CloseAsync();
        await _site.DisposeAsync();
    }

    private void Watch()
    {
        Page.Request += (_, request) =>
        {
            if (request.Url.StartsWith("http", StringComparison.Ordinal)) Hosts.Add(new Uri(request.Url).Host);
        };
        Page.Console += (_, message) =>
        {
            if (message.Text.Contains("Timed out while waiting for activity", StringComparison.Ordinal) || message.Text.Contains("CORS", StringComparison.Ordinal))
                Complaints.Add(message.Text);
        };
        Page.PageError += (_, error) => Complaints.Add(error);
    }

    [GeneratedRegex("```html\n(.*?)```", RegexOptions.Singleline)]
    private static partial Regex Recipe();
}
