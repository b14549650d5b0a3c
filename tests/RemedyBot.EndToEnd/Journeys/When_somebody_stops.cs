using Microsoft.Playwright;
using RemedyBot.EndToEnd.Browsers;
using RemedyBot.EndToEnd.Pages;

namespace RemedyBot.EndToEnd.Journeys;

[Collection(BrowserScenarios.Name)]
public sealed class When_somebody_stops(Chromium chromium, DeskServer desk) : IDisposable
{
    private const string Neutral = "http://neutral.example/";
    private const string Canary = "Kanarienvogel-4402";
    private readonly string profile = Directory.CreateTempSubdirectory("remedybot-profile-").FullName;

    [Theory]
    [InlineData(true, true)]
    [InlineData(true, false)]
    [InlineData(false, true)]
    [InlineData(false, false)]
    public async Task Nothing_of_what_was_said_comes_back(bool script, bool keep)
    {
        await desk.Open();
        var context = await chromium.OpenProfile(profile, script);
        await context.RouteAsync(Neutral + "**", route => route.FulfillAsync(new() { ContentType = "text/html", Body = "<title>Weather</title>Sunny" }));
        var page = context.Pages[0];
        await page.GotoAsync(desk.Root + "?lang=en");
        await Stop(page, keep);

        await page.GotoAsync(Neutral);
        await page.GoBackAsync();
        await AssertClean(page);
        await page.ReloadAsync();
        await AssertClean(page);
        if (await page.GoForwardAsync() is not null) await AssertClean(page);
        await page.CloseAsync();
        var reopened = await context.NewPageAsync();
        await reopened.GotoAsync(desk.Root.AbsoluteUri);
        await AssertClean(reopened);
        await context.CloseAsync();
        // Without script the browser itself keeps the last form, for a tab that is reopened; no page can forbid it that.
        Assert.DoesNotContain(Leftovers.Of(profile, Canary), file => script || Path.GetFileName(Path.GetDirectoryName(file)) is not "Sessions");
    }

    private static async Task Stop(IPage page, bool keep)
    {
        await ChatDriver.Choose(page, "no");
        await ChatDriver.Choose(page, "no");
        await ChatDriver.Choose(page, "adult");
        await ChatDriver.Say(page, Canary);
        await ChatDriver.Wish(page, "stop");
        Assert.Equal("keep/keep", await ChatDriver.Step(page));
        await ChatDriver.Choose(page, keep ? "yes" : "no");
        if (keep) await ChatDriver.Say(page, await page.InnerTextAsync("[data-code]"));
        Assert.Equal(keep ? "wish-stop/end-kept" : "wish-stop/end-erased", await ChatDriver.Step(page));
    }

    private static async Task AssertClean(IPage page)
    {
        Assert.DoesNotContain(Canary, await page.ContentAsync(), StringComparison.Ordinal);
        Assert.Equal(0, await page.Locator("[data-code]").CountAsync());
    }

    public void Dispose() => Directory.Delete(profile, recursive: true);
}
