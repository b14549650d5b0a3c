using Deque.AxeCore.Playwright;
using Microsoft.Playwright;
using RemedyBot.EndToEnd.Browsers;
using RemedyBot.Tests.Pages.Scripted;

namespace RemedyBot.EndToEnd.Pages;

[Collection(PageScenarios.Name)]
public sealed class When_someone_looks_at_the_page(Chromium chromium)
{
    public static TheoryData<string, Device> Devices => new()
    {
        { "phone", Device.Phone },
        { "phone-dark", Device.Phone with { Dark = true } },
        { "phone-arabic", Device.Phone with { Language = "ar" } },
        { "phone-plain", Device.Phone with { Script = false } },
        { "desktop", Device.Desktop },
        { "desktop-dark-arabic", Device.Desktop with { Dark = true, Language = "ar" } },
    };

    [Theory]
    [MemberData(nameof(Devices))]
    public async Task Every_screen_is_clean_to_axe_and_fits_its_width(string name, Device device)
    {
        await using var host = await PageHost.Start();
        var page = await chromium.Open(device);
        await page.GotoAsync(host.Root.AbsoluteUri);
        await Look(page, device, name + "-1-first");
        await ChatDriver.Tap(page, "button[name=choice][value=no]");
        await Look(page, device, name + "-2-links");
        await ChatDriver.Tap(page, "button[name=choice][value=no]");
        await Look(page, device, name + "-3-boxes");
        await page.CheckAsync("input[name=choice][value='threat.violence']");
        await ChatDriver.Tap(page, "button[name=choice][value=done]");
        await ChatDriver.Say(page, "last spring");
        await ChatDriver.Say(page, "https://example.org/someone");
        await Look(page, device, name + "-4-review");
        await ChatDriver.Tap(page, "button[name=choice][value=confirm]");
        await Look(page, device, name + "-5-consent");
        await ChatDriver.Tap(page, "button[name=choice][value=yes]");
        await Look(page, device, name + "-6-code");
        await page.EvaluateAsync("document.documentElement.style.fontSize = '212%'");
        await Look(page, device, name + "-7-twice-as-big");
        await page.Context.CloseAsync();
    }

    private static async Task Look(IPage page, Device device, string name)
    {
        await Pictures.Take(page, name);
        Assert.True(await page.Locator("[name=text]").IsVisibleAsync());
        if (!device.Script) return;
        Assert.True(await page.EvaluateAsync<bool>("document.documentElement.scrollWidth <= document.documentElement.clientWidth"), "Something is wider than the screen.");
        var found = await page.RunAxe();
        Assert.True(found.Violations.Length == 0, string.Join('\n', found.Violations.Select(violation => $"{violation.Id}: {violation.Help} {violation.Nodes[0].Html}")));
    }
}
