using Microsoft.Playwright;
using RemedyBot.EndToEnd.Browsers;
using RemedyBot.EndToEnd.Pages;

namespace RemedyBot.EndToEnd.Journeys;

[Collection(BrowserScenarios.Name)]
public sealed class When_somebody_is_in_danger(Chromium chromium, DeskServer desk)
{
    [Theory]
    [InlineData("en", true)]
    [InlineData("ar", false)]
    public async Task Help_stands_in_the_very_next_message_and_numbers_can_be_tapped(string language, bool script)
    {
        await desk.Open();
        var page = await chromium.Open(Device.Phone with { Language = language, Script = script });
        await page.GotoAsync(desk.Root + "?lang=" + language);
        await ChatDriver.Choose(page, "yes");
        await Look.At(page, $"danger-{language}-1-yes", script);
        Assert.Equal("danger/country", await ChatDriver.Step(page));
        Assert.Contains("112", await page.InnerTextAsync("[data-step='danger/first']"), StringComparison.Ordinal);

        await ChatDriver.Say(page, Speaker.Of("es").Country);
        await Look.At(page, $"danger-{language}-2-numbers", script);
        Assert.Equal("danger/onward", await ChatDriver.Step(page));
        var calls = page.Locator("[data-step='danger/numbers'] a[href^='tel:']");
        Assert.Equal("tel:112", await calls.First.GetAttributeAsync("href"));
        foreach (var call in await calls.AllAsync()) Assert.True((await call.BoundingBoxAsync())!.Height >= 24);
        await Assertions.Expect(page.Locator("[data-step='danger/place'] a").First).ToBeVisibleAsync();

        await ChatDriver.Choose(page, "continue");
        Assert.Equal("safety/device", await ChatDriver.Step(page));
        await page.Context.CloseAsync();
    }

    [Fact]
    public async Task A_word_of_danger_later_is_answered_just_as_fast()
    {
        await desk.Open();
        var page = await chromium.Open(Device.Phone);
        await page.GotoAsync(desk.Root + "?lang=en");
        await ChatDriver.Choose(page, "no");
        await ChatDriver.Choose(page, "no");
        await ChatDriver.Choose(page, "adult");
        await ChatDriver.Say(page, "He is outside my door right now and says he will kill me");
        Assert.Equal("danger/country", await ChatDriver.Step(page));
        Assert.Contains("112", await page.InnerTextAsync("[data-step='danger/first']"), StringComparison.Ordinal);
        await page.Context.CloseAsync();
    }
}
