using RemedyBot.EndToEnd.Browsers;
using RemedyBot.Tests.Pages.Scripted;

namespace RemedyBot.EndToEnd.Pages;

[Collection(PageScenarios.Name)]
public sealed class When_a_code_was_shown(Chromium chromium)
{
    [Theory]
    [InlineData(true)]
    [InlineData(false)]
    public async Task It_is_gone_from_the_page_with_the_next_message(bool script)
    {
        await using var host = await PageHost.Start([IntakeScript.Turns[7], IntakeScript.Turns[8]]);
        var page = await chromium.Open(Device.Phone with { Script = script });
        await page.GotoAsync(host.Root.AbsoluteUri);
        Assert.Equal(IntakeScript.Code, await page.InnerTextAsync("[data-code]"));

        // The script says that the check digit does not fit; sent a second time it goes.
        await page.FillAsync("[name=text]", IntakeScript.Code);
        if (script)
        {
            await page.ClickAsync("[data-send]");
            Assert.Equal(PageTextsFile.English["code-digit"], await page.InnerTextAsync("#note"));
        }

        await ChatDriver.Tap(page, "[data-send]");
        Assert.Equal(0, await page.Locator("[data-code]").CountAsync());
        Assert.DoesNotContain("67890", await page.ContentAsync(), StringComparison.Ordinal);
        await page.Context.CloseAsync();
    }

    [Theory]
    [InlineData("12345 67890 12345 67890 1234", "code-length")]
    [InlineData("00000 00000 00000 00000 00001", "code-digit")]
    [InlineData("00000 00000 00000 00000 00000", null)]
    [InlineData("٠٠٠٠٠-٠٠٠٠٠-٠٠٠٠٠-٠٠٠٠٠-٠٠٠٠٠", null)]
    public async Task A_slip_of_the_finger_is_pointed_out_before_anything_is_sent(string typed, string? told)
    {
        await using var host = await PageHost.Start([IntakeScript.Turns[7], IntakeScript.Turns[8]]);
        var page = await chromium.Open(Device.Phone);
        await page.GotoAsync(host.Root.AbsoluteUri);
        var before = host.Conversation.Requests.Count;
        await page.FillAsync("[name=text]", typed);
        if (told is null)
        {
            await ChatDriver.Tap(page, "[data-send]");
        }
        else
        {
            await page.ClickAsync("[data-send]");
            Assert.Equal(PageTextsFile.English[told], await page.InnerTextAsync("#note"));
            Assert.Equal(before, host.Conversation.Requests.Count);
        }

        await page.Context.CloseAsync();
    }
}
