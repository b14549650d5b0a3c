using System.Globalization;
using RemedyBot.EndToEnd.Browsers;

namespace RemedyBot.EndToEnd.Channels;

/// <summary>`botframework-webchat` in a real browser, on a site of its own.</summary>
[Collection(PageScenarios.Name)]
public sealed class When_web_chat_is_the_client(Chromium chromium)
{
    private const int MostTurns = 120;

    [Theory]
    [InlineData("en", "No")]
    [InlineData("ar", "لا")]
    public async Task The_whole_intake_is_played(string language, string no)
    {
        await using var server = await ServerProcess.Start();
        await using var site = await WebChatPage.Open(chromium, server, language);
        var asked = await site.Asked(1);
        Assert.Equal("safety/danger", (string?)asked["step"]);

        // The first answer by the button, as a person gives it.
        await site.Page.GetByRole(Microsoft.Playwright.AriaRole.Button, new() { Name = no, Exact = true }).First.ClickAsync();
        for (var turn = 2; ; turn++)
        {
            asked = await site.Asked(turn);
            if ((string?)asked["kind"] == "end")
                break;
            Assert.True(turn < MostTurns);
            await site.Say(Whole.Answer(asked, language));
        }

        await AssertShown(site, language, no);
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
