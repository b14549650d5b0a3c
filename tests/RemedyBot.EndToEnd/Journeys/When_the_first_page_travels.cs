using RemedyBot.EndToEnd.Browsers;
using RemedyBot.EndToEnd.Pages;

namespace RemedyBot.EndToEnd.Journeys;

[Collection(BrowserScenarios.Name)]
public sealed class When_the_first_page_travels(Chromium chromium, DeskServer desk)
{
    private const int Most = 30 * 1024;

    [Theory]
    [InlineData("en")]
    [InlineData("ar")]
    public async Task It_weighs_under_30_KB_with_everything_and_asks_nobody_else(string language)
    {
        await desk.Open();
        var page = await chromium.Open(Device.Phone with { Language = language });
        var asked = new List<string>();
        page.Request += (_, request) => asked.Add(request.Url);
        var wire = await page.Context.NewCDPSessionAsync(page);
        var bytes = 0.0;
        wire.Event("Network.loadingFinished").OnEvent += (_, finished) => bytes += finished!.Value.GetProperty("encodedDataLength").GetDouble();
        await wire.SendAsync("Network.enable");
        await page.GotoAsync(desk.Root.AbsoluteUri, new() { WaitUntil = Microsoft.Playwright.WaitUntilState.NetworkIdle });

        Assert.InRange(bytes, 1, Most);
        Assert.Equal([desk.Root.AbsoluteUri], asked.Where(url => !url.StartsWith("data:", StringComparison.Ordinal)));
        await ChatDriver.Choose(page, language);
        Assert.All(asked, url => Assert.True(url == desk.Root.AbsoluteUri || url.StartsWith("data:", StringComparison.Ordinal), url));
        await page.Context.CloseAsync();
    }
}
