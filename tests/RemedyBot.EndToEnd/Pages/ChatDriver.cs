using Microsoft.Playwright;

namespace RemedyBot.EndToEnd.Pages;

/// <summary>Writes with the page by the selectors of its contract, and waits until the answer is there.</summary>
internal static class ChatDriver
{
    public static async Task Tap(IPage page, string selector)
    {
        var form = await page.InputValueAsync("input[name=form]");
        await page.ClickAsync(selector);
        await Assertions.Expect(page.Locator("input[name=form]")).Not.ToHaveValueAsync(form);
    }

    public static Task Choose(IPage page, string value) => Tap(page, $"button[name=choice][value='{value}']");

    public static Task Wish(IPage page, string value) => Tap(page, $"button[name=wish][value='{value}']");

    public static async Task Say(IPage page, string words)
    {
        await page.FillAsync("[name=text]", words);
        await Tap(page, "[data-send]");
    }

    /// <summary>The message that waits for an answer.</summary>
    public static ILocator Last(IPage page) => page.Locator("[data-from=bot]").Last;

    public static Task<string?> Step(IPage page) => Last(page).GetAttributeAsync("data-step");
}
