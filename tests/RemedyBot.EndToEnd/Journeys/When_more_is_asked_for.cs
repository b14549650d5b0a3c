using RemedyBot.EndToEnd.Browsers;
using RemedyBot.EndToEnd.Pages;

namespace RemedyBot.EndToEnd.Journeys;

/// <summary>The question for the very personal parts: nothing stands ticked, and the button says what a yes would mean now.</summary>
[Collection(BrowserScenarios.Name)]
public sealed class When_more_is_asked_for(Chromium chromium, DeskServer desk)
{
    private const string Step = "recipient-consent/beyond";

    public static TheoryData<string, Device> Devices => new()
    {
        { "phone", Device.Phone },
        { "desktop", Device.Desktop with { Language = "fr" } },
        { "phone-arabic", Device.Phone with { Language = "ar" } },
        { "phone-plain-arabic", Device.Phone with { Language = "ar", Script = false } },
    };

    [Theory]
    [MemberData(nameof(Devices))]
    public async Task Only_what_the_person_ticks_is_added(string name, Device device)
    {
        await desk.Open();
        var speaker = Speaker.Of(device.Language);
        var page = await chromium.Open(device);
        await page.GotoAsync(desk.Root.AbsoluteUri);
        await new Intake(page, speaker).Until(Step);

        Assert.Equal(0, await page.Locator("input[name=choice]:checked").CountAsync());
        var yes = page.Locator("button[name=choice][value=yes]");
        var all = await yes.InnerTextAsync();
        await Look.At(page, $"more-{name}-1-asked", device.Script);
        await page.CheckAsync("input[name=choice][value=g4]");
        Assert.NotEqual(all, await yes.InnerTextAsync());
        await yes.ScrollIntoViewIfNeededAsync();
        await Look.At(page, $"more-{name}-2-ticked", device.Script);
        await ChatDriver.Choose(page, "yes");

        var mine = page.Locator("[data-from=person]").Last;
        Assert.DoesNotContain("\n", (await mine.InnerTextAsync()).Trim(), StringComparison.Ordinal);
        Assert.NotEqual(Step, await ChatDriver.Step(page));
        await Look.At(page, $"more-{name}-3-after", device.Script);
        await page.Context.CloseAsync();
    }
}
