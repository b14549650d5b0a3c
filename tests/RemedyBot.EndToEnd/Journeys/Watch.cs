using Microsoft.Playwright;

namespace RemedyBot.EndToEnd.Journeys;

/// <summary>Looks at a walk: once at each kind of page with axe, and where there is script a picture of every question.</summary>
internal sealed class Watch(IPage page, string name, bool script)
{
    private readonly HashSet<string> kinds = [];
    private int turn;

    public async Task See(Message asked)
    {
        turn++;
        var isNew = kinds.Add(asked.Kind + await page.Locator("input[type=checkbox]").CountAsync());
        Assert.DoesNotContain("fields/", await page.InnerTextAsync("main"), StringComparison.Ordinal);
        if (script || isNew) await Look.At(page, $"{name}-{turn:00}-{asked.Step.Replace('/', '-')}", script && isNew);
    }
}
