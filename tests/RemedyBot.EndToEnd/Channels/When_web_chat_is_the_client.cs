using System.Globalization;
using RemedyBot.EndToEnd.Browsers;

namespace RemedyBot.EndToEnd.Channels;

/// <summary>`botframework-webchat` in a real browser, on a site of its own.</summary>
[Collection(PageScenarios.Name)]
public sealed class When_web_chat_is_the_client(Chromium chromium)
{
    private const int MostTurns = 120;

    [Theory]
    [InlineData("en", "No", false)]
    [InlineData("ar", "لا", false)]
    [InlineData("en", "No", true)]
    public async Task The_whole_intake_is_played(string language, string no, bool minimal)
    {
        await using var server = await Whole.Server();
        await using var site = await WebChatPage.Open(chromium, server, language, minimal);
        var asked = await site.Asked(1);
        Assert.Equal("safety/danger", (string?)asked["step"]);

        // The first answer by the button, as a person gives it.
        await site.Page.GetByRole(Microsoft.Playwright.AriaRole.Button, new() { Name = no, Exact = true }).First.ClickAsync();
        var whole = new Whole(language);
        for (var turn = 2; ; turn++)
        {
            asked = await site.Asked(turn);
            whole.Saw(asked);
            if ((string?)asked["kind"] == "end")
                break;
            Assert.True(turn < MostTurns);
            await site.Say(Whole.Answer(asked, language));
        }

        whole.AssertHandedOver(server);
        await AssertShown(site, language, no);
        if (minimal)
            Assert.All(await site.Page.Locator("article").AllInnerTextsAsync(), a => Assert.DoesNotContain("**", a, StringComparison.Ordinal));
    }

    [Fact]
    public async Task After_a_restart_of_the_server_it_goes_on_by_itself_and_nothing_is_lost_or_doubled()
    {
        var data = Directory.CreateTempSubdirectory("remedybot-webchat-").FullName;
        try
        {
            var port = ServerProcess.FreePort();
            var first = await ServerProcess.Start(data, port: port);
            await using var site = await WebChatPage.Open(chromium, first, "en");
            await site.Asked(1);
            await site.Say("no");
            Assert.Equal("safety/device", (string?)(await site.Asked(2))["step"]);
            await first.Stop();
            await first.DisposeAsync();
            await using var second = await ServerProcess.Start(data, port: port);
            await site.Say("no");
            Assert.Equal("age", (string?)(await site.Asked(3))["topic"]);
            var ids = await site.Page.EvaluateAsync<string[]>("seen.map(a => a.id).filter(Boolean)");
            Assert.Equal(ids.Distinct(), ids);
            Assert.Empty(await site.Page.EvaluateAsync<string[]>("failed"));
            await Microsoft.Playwright.Assertions.Expect(site.Page.Locator("article").Filter(new() { HasText = "Might someone else see" })).ToHaveCountAsync(1);
        }
        finally
        {
            Directory.Delete(data, recursive: true);
        }
    }

    [Fact]
    [Trait("Checklist", "32")]
    public async Task Where_no_socket_gets_through_the_published_page_asks_instead()
    {
        await using var server = await ServerProcess.Start();
        await using var site = await WebChatPage.OpenRecipe(chromium, server);
        await site.Page.GetByRole(Microsoft.Playwright.AriaRole.Button, new() { Name = "No", Exact = true }).First.ClickAsync();
        await Microsoft.Playwright.Assertions.Expect(site.Page.GetByText("Might someone else see").Last).ToBeVisibleAsync();
    }

    private static async Task AssertShown(WebChatPage site, string language, string no)
    {
        var articles = await site.Page.Locator("article").AllInnerTextsAsync();
        Assert.Contains(articles, a => a.Contains(no, StringComparison.Ordinal));
        Assert.All(articles, a => Assert.False(string.IsNullOrWhiteSpace(a)));
        Assert.DoesNotContain(articles, a => a.Contains("Send failed", StringComparison.OrdinalIgnoreCase));
        Assert.Empty(await site.Page.EvaluateAsync<string[]>("failed"));
        Assert.Empty(site.Complaints);
        Assert.Equal(["127.0.0.1"], site.Hosts);
        var echoes = await site.Page.EvaluateAsync<int>("seen.filter(a => a.from.role === 'user' && a.channelData?.clientActivityID && a.id).length");
        Assert.True(echoes > 8, echoes.ToString(CultureInfo.InvariantCulture));
        Assert.Equal(language, await site.Page.EvaluateAsync<string>("seen.filter(a => a.from.role === 'bot' && a.locale).at(-1).locale"));
    }
}
