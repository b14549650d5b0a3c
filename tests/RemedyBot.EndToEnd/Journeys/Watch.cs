using Microsoft.Playwright;

namespace RemedyBot.EndToEnd.Journeys;

/// <summary>Looks at a walk: a picture of every question, and axe once for each kind of page.</summary>
internal sealed class Watch(IPage page, string name, bool script)
{
    private readonly HashSet<string> kinds = [];
    private int turn;

    public async Task See(Message asked)
    {
        var isNew = kinds.Add(asked.Kind + await page.Locator("input[type=checkbox]").CountAsync());
        Assert.DoesNotContain("fields/", await page.InnerTextAsync("main"), StringComparison.Ordinal);
        await Look.At(page, $"{name}-{++turn:00}-{asked.Step.Replace('/', '-')}", script && isNew);
    }
}
