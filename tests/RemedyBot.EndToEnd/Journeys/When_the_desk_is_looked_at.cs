using Microsoft.Playwright;
using OtpNet;
using RemedyBot.EndToEnd.Browsers;
using RemedyBot.EndToEnd.Security;

namespace RemedyBot.EndToEnd.Journeys;

/// <summary>The desk as workers see it who choose their own colours, need big letters, or let no script run.</summary>
[Collection(PageScenarios.Name)]
public sealed class When_the_desk_is_looked_at(Chromium chromium)
{
    private const string Story = "He writes to me every night and says that he will publish it. https://example.org/" + Long + " Please help.";
    private const string Long = "averylongaddresswithoutanyplacetobreakitwhichgoesonandonandonuntilitiswiderthananytelephone";

    public static TheoryData<string, Device> Devices => new()
    {
        { "desktop", Device.Desktop },
        { "phone-dark", Device.Phone with { Dark = true } },
        { "desktop-arabic", Device.Desktop with { Language = "ar" } },
        { "forced", Device.Desktop with { Forced = true, Dark = true } },
        { "forced-phone-arabic", Device.Phone with { Forced = true, Language = "ar" } },
        { "big-phone", Device.Phone with { Big = true } },
        { "big-desktop-arabic", Device.Desktop with { Big = true, Language = "ar" } },
        { "big-phone-plain-french", Device.Phone with { Big = true, Language = "fr", Script = false } },
    };

    [Theory]
    [MemberData(nameof(Devices))]
    public async Task Every_page_is_clean_to_axe_and_nothing_is_cut_off(string name, Device device)
    {
        await using var desk = await TalkingDesk.Start();
        var page = await chromium.Open(device);
        Task See(string what) => Seen.At(page, device, $"desk-{name}-{what}");
        await page.GotoAsync($"{desk.Root}desk/signin?lang={device.Language}");
        await See("1-sign-in");
        await desk.SignIn(page);
        await See("2-empty");
        await Walk.ToCode(await desk.Visitor().Open(), Story);
        await page.GotoAsync(desk.Root + "desk/talks");
        await See("3-talks-empty");
        await page.ClickAsync("button[name=here][value=yes]");
        await See("4-there");
        await Asked(desk);
        await Waiting(page);
        await See("5-talks");
        await page.ClickAsync(".case a");
        await See("6-talk-asked");
        await page.ClickAsync("button[value=accept]");
        for (var line = 0; line < 6; line++)
        {
            await page.FillAsync("[name=text]", $"{line}: {Story}");
            await page.ClickAsync("button[value=say]");
            await Assertions.Expect(page.Locator(".ours")).ToHaveCountAsync(line + 1);
        }

        await See("7-talk");
        await page.ClickAsync("button[value=ask-end]");
        await See("7-talk-ending");
        await page.GotoAsync(desk.Root + "desk?state=all");
        await See("8-list");
        await page.ClickAsync("a[href^='/desk/cases/']");
        await See("9-case");
        await page.ClickAsync("button[value=answered]");
        await Assertions.Expect(page.Locator(".note.trouble")).ToBeVisibleAsync();
        await See("9-case-refused");
        await page.GotoAsync(desk.Root + "desk/cases/RB-0000000000");
        await See("9-case-gone");
        await page.GotoAsync(desk.Root + "desk/workers");
        await See("10-workers");
        await page.ClickAsync(".langs summary");
        await See("11-languages");
        await page.Context.CloseAsync();
    }

    [Fact]
    public async Task Everything_can_be_done_without_a_script()
    {
        var device = Device.Phone with { Script = false };
        await using var desk = await TalkingDesk.Start();
        await Walk.ToCode(await desk.Visitor().Open(), Story);
        var page = await desk.Worker(chromium, device);

        // A case: read, answered, closed, found again.
        await page.ClickAsync("a[href^='/desk/cases/']");
        await page.FillAsync("[name=text]", "We have read it.");
        await page.ClickAsync("button[value=answered]");
        await Assertions.Expect(page.Locator(".history blockquote")).ToHaveTextAsync("We have read it.");
        await page.ClickAsync("button[value=done]");
        await Assertions.Expect(page.Locator(".note.good")).ToBeVisibleAsync();
        await page.GotoAsync(desk.Root + "desk");
        await Assertions.Expect(page.Locator(".case")).ToHaveCountAsync(0);
        await page.ClickAsync(".filter a[href='/desk?state=done']");
        await Assertions.Expect(page.Locator(".case")).ToHaveCountAsync(1);

        // Talks: there, one taken and ended, one declined, gone.
        await page.ClickAsync("nav a[href='/desk/talks']");
        await page.ClickAsync("button[name=here][value=yes]");
        foreach (var act in new[] { "end", "decline" })
        {
            await Asked(desk);
            await Waiting(page);
            await page.ClickAsync(".case a");
            if (act == "end")
                await page.ClickAsync("button[value=accept]");
            if (act == "end")
                await AskedAboutTheEnd(page);
            await page.ClickAsync($"button[value={act}]");
            await Assertions.Expect(page.Locator(".case")).ToHaveCountAsync(0);
        }

        await page.ClickAsync("button[name=here][value=no]");
        await Assertions.Expect(page.Locator(".there")).ToHaveCountAsync(0);

        // A colleague: enrolled, and removed after being asked.
        await page.ClickAsync("nav a[href='/desk/workers']");
        await page.FillAsync("[name=word]", "sandpiper");
        await page.FillAsync("[name=passphrase]", "nine herons wade at dawn");
        await page.FillAsync("[name=repeat]", "nine herons wade at dawn");
        await page.FillAsync("[name=code]", new Totp(Base32Encoding.ToBytes(await page.InputValueAsync("[name=totp]"))).ComputeTotp());
        await page.ClickAsync("section button.main");
        await Assertions.Expect(page.Locator(".workers li")).ToHaveCountAsync(2);
        await Seen.At(page, device, "desk-plain-workers");
        await page.Locator(".workers li", new() { HasText = "sandpiper" }).Locator("button").ClickAsync();
        await Seen.At(page, device, "desk-plain-removal");
        await page.ClickAsync("button[name=sure]");
        await Assertions.Expect(page.Locator(".workers li")).ToHaveCountAsync(1);

        // Another language, and out.
        await page.ClickAsync(".langs summary");
        await page.ClickAsync(".langs a[hreflang=ar]");
        await Assertions.Expect(page.Locator("html")).ToHaveAttributeAsync("dir", "rtl");
        await page.ClickAsync("form[action='/desk/signout'] button");
        await page.GotoAsync(desk.Root + "desk");
        await Assertions.Expect(page.Locator("[name=passphrase]")).ToBeVisibleAsync();
        await page.Context.CloseAsync();
    }

    /// <summary>Somebody who wishes for a person, says yes, and writes.</summary>
    private static async Task Asked(TalkingDesk desk)
    {
        var person = await desk.Visitor().Open();
        await person.Choose("no");
        await person.Wish("human");
        await person.Choose([.. person.Boxes, "yes"]);
        await person.Say(Story);
        Assert.Equal("talk/words", person.Step);
    }

    /// <summary>What was begun stays in the box, and going back ends nothing.</summary>
    private static async Task AskedAboutTheEnd(IPage page)
    {
        await page.FillAsync("[name=text]", "Take care.");
        await page.ClickAsync("button[value=ask-end]");
        await Assertions.Expect(page.Locator("#ending")).ToBeVisibleAsync();
        await page.ClickAsync("button[value=back]");
        await Assertions.Expect(page.Locator("[name=text]")).ToHaveValueAsync("Take care.");
        await Assertions.Expect(page.Locator("button[value=end]")).ToHaveCountAsync(0);
        await page.ClickAsync("button[value=ask-end]");
    }

    private static async Task Waiting(IPage page)
    {
        for (var tried = 0; await page.Locator(".case").CountAsync() == 0; tried++)
        {
            Assert.True(tried < 40, "Nobody is shown as waiting.");
            await Task.Delay(500);
            await page.ReloadAsync();
        }
    }
}
