using Microsoft.Playwright;
using RemedyBot.EndToEnd.Browsers;
using RemedyBot.Tests.Pages.Scripted;

namespace RemedyBot.EndToEnd.Pages;

[Collection(PageScenarios.Name)]
public sealed class When_someone_prints(Chromium chromium)
{
    private const string First = "All that was told", Second = "Only short words now", Asks = "Is this right?", Steps = "Keep the address of the profile.";

    private static readonly IReadOnlyList<ScriptedTurn> Turns =
    [
        Review(First),
        Review(Second),
        IntakeScript.Turns[7],
        new(_ => [new() { Step = "next/fh", Topic = "next", Kind = "say", Text = Steps }, new() { Step = "feedback/say", Topic = "feedback", Kind = "text", Text = "Did this help you?", Wishes = [new("stop", "Stop")] }]),
    ];

    [Fact]
    public async Task The_button_prints_what_can_be_kept_alone_and_the_browser_the_turn_that_stands()
    {
        await using var host = await PageHost.Start(Turns);
        var page = await chromium.Open(Device.Desktop);
        await page.AddInitScriptAsync("window.print = () => {}");
        await page.GotoAsync(host.Root.AbsoluteUri);
        await ChatDriver.Choose(page, "edit");
        await page.EmulateMediaAsync(new() { Media = Media.Print });
        Assert.Equal((false, true, true), (await Shows(page, First), await Shows(page, Second), await Shows(page, Asks)));

        await Print(page);
        Assert.Equal((false, true, false), (await Shows(page, First), await Shows(page, Second), await Shows(page, Asks)));
        await page.EvaluateAsync("dispatchEvent(new Event('afterprint'))");
        Assert.True(await Shows(page, Asks));

        await page.EmulateMediaAsync(new() { Media = Media.Screen });
        await ChatDriver.Choose(page, "confirm");
        await page.EmulateMediaAsync(new() { Media = Media.Print });
        Assert.Equal((true, false), (await page.Locator("[data-code]").IsVisibleAsync(), await Shows(page, Second)));

        await page.EmulateMediaAsync(new() { Media = Media.Screen });
        await ChatDriver.Say(page, "skip");
        await page.EmulateMediaAsync(new() { Media = Media.Print });
        Assert.Equal((true, true), (await Shows(page, Steps), await Shows(page, "Did this help you?")));
        await Print(page);
        Assert.Equal((true, false), (await Shows(page, Steps), await Shows(page, "Did this help you?")));
        Assert.NotEmpty(await page.PdfAsync());
        await page.Context.CloseAsync();
    }

    [Fact]
    public async Task Without_script_the_page_is_the_turn_that_stands()
    {
        await using var host = await PageHost.Start(Turns);
        var page = await chromium.Open(Device.Desktop with { Script = false });
        await page.GotoAsync(host.Root.AbsoluteUri);
        await ChatDriver.Choose(page, "edit");
        await page.EmulateMediaAsync(new() { Media = Media.Print });
        Assert.Equal((false, true), (await Shows(page, First), await Shows(page, Second)));
        await page.Context.CloseAsync();
    }

    private static async Task Print(IPage page) => await page.EvaluateAsync("document.querySelector('[data-print]').click()");

    private static async Task<bool> Shows(IPage page, string words)
    {
        foreach (var found in await page.GetByText(words).AllAsync())
            if (await found.IsVisibleAsync())
                return true;
        return false;
    }

    private static ScriptedTurn Review(string told) => new(_ =>
    [
        new() { Step = "summary/review", Topic = "summary", Kind = "review", Text = $"This is what you told:\nIn your own words: {told}\n{Asks}", Choices = [new("confirm", "Yes, this is right"), new("edit", "Change something")], Wishes = [new("stop", "Stop")] },
    ]);
}
