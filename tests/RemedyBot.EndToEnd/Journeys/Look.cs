using Deque.AxeCore.Commons;
using Deque.AxeCore.Playwright;
using Microsoft.Playwright;
using RemedyBot.EndToEnd.Browsers;

namespace RemedyBot.EndToEnd.Journeys;

/// <summary>A picture for the eye, and what a program can see: nothing wider than the screen, nothing that axe finds.</summary>
internal static class Look
{
    public static async Task At(IPage page, string name, bool script = true, bool forced = false)
    {
        await Pictures.Take(page, name);
        Assert.True(await page.EvaluateAsync<bool>("document.documentElement.scrollWidth <= document.documentElement.clientWidth"), $"{name}: something is wider than the screen.");
        if (!script) return;
        // Where the colours are the person's own, axe still reckons with the page's.
        var found = await page.RunAxe(forced ? new() { Rules = new Dictionary<string, RuleOptions> { ["color-contrast"] = new() { Enabled = false } } } : null);
        Assert.True(found.Violations.Length == 0, name + "\n" + string.Join('\n', found.Violations.Select(violation => $"{violation.Id}: {violation.Help} {violation.Nodes[0].Html}")));
    }
}
