using RemedyBot.EndToEnd.Browsers;

namespace RemedyBot.EndToEnd.Journeys;

/// <summary>T7: whoever watches the wire sees one address and no other.</summary>
[Collection(BrowserScenarios.Name)]
public sealed class When_requests_are_watched(Chromium chromium, DeskServer desk)
{
    [Fact]
    public async Task A_whole_conversation_asks_nobody_but_this_server()
    {
        await desk.Open();
        var page = await chromium.Open(Device.Phone);
        var asked = new List<string>();
        page.Context.Request += (_, request) => asked.Add(request.Url);
        await page.GotoAsync(desk.Root.AbsoluteUri);
        await new Intake(page, Speaker.Of("en")) { Beyond = true }.Until();

        Assert.True(asked.Count > 20);
        Assert.All(asked, url => Assert.True(url == desk.Root.AbsoluteUri || url.StartsWith("data:image/svg+xml,", StringComparison.Ordinal), url));
        await page.Context.CloseAsync();
    }
}
