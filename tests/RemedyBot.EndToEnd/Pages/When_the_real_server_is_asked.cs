using Microsoft.Playwright;
using RemedyBot.EndToEnd.Browsers;

namespace RemedyBot.EndToEnd.Pages;

[Collection(PageScenarios.Name)]
public sealed class When_the_real_server_is_asked(Chromium chromium)
{
    [Theory]
    [InlineData(true, "real-phone")]
    [InlineData(false, "real-phone-plain")]
    public async Task A_person_comes_from_the_greeting_to_a_code_and_back_with_it(bool script, string name)
    {
        await using var server = await ServerProcess.Start();
        var page = await chromium.Open(Device.Phone with { Script = script });
        await page.GotoAsync(server.Root.AbsoluteUri);
        await Pictures.Take(page, name + "-1-first");
        var code = await WalkToCode(page, name);
        await ChatDriver.Say(page, code);
        Assert.DoesNotContain(code, await page.ContentAsync(), StringComparison.Ordinal);
        await page.Context.CloseAsync();

        var later = await chromium.Open(Device.Phone with { Script = script });
        await later.GotoAsync(server.Root.AbsoluteUri);
        await ChatDriver.Say(later, code);
        Assert.Equal("safety", await ChatDriver.Last(later).GetAttributeAsync("data-topic"));
        Assert.DoesNotContain(code, await later.ContentAsync(), StringComparison.Ordinal);
        await Pictures.Take(later, name + "-9-return");
        await later.Context.CloseAsync();
    }

    [Theory]
    [InlineData("stop")]
    [InlineData("erase")]
    public async Task An_old_page_opens_nothing_after_the_end(string wish)
    {
        await using var server = await ServerProcess.Start();
        var page = await chromium.Open(Device.Phone with { Script = false });
        await page.GotoAsync(server.Root + "?lang=en");
        await ChatDriver.Choose(page, "no");
        var old = await page.InputValueAsync("input[name=token]");
        await ChatDriver.Wish(page, wish);
        if (wish is "erase") await ChatDriver.Choose(page, "yes");
        else while (await ChatDriver.Last(page).GetAttributeAsync("data-kind") is not "end") await ChatDriver.Choose(page, "no");

        using var answer = await server.Client.PostAsync("/", new FormUrlEncodedContent([new("token", old), new("form", "abcdefgh12345678"), new("text", "are you there")]));
        var said = await answer.Content.ReadAsStringAsync();
        Assert.Contains("data-step=\"web/closed\"", said, StringComparison.Ordinal);
        Assert.DoesNotContain("safety/device", said, StringComparison.Ordinal);
        await page.Context.CloseAsync();
    }

    /// <summary>The shortest way, with one more yes for the code.</summary>
    private static async Task<string> WalkToCode(IPage page, string name)
    {
        for (var turn = 0; turn < 25; turn++)
        {
            var asked = ChatDriver.Last(page);
            var topic = await asked.GetAttributeAsync("data-topic");
            var kind = await asked.GetAttributeAsync("data-kind");
            await Pictures.Take(page, $"{name}-{turn + 2}-{topic}");
            if (await page.Locator("[data-code]").CountAsync() > 0) return await page.InnerTextAsync("[data-code]");
            await Answer(page, topic, kind);
        }

        throw new InvalidOperationException("No code was reached.");
    }

    private static async Task Answer(IPage page, string? topic, string? kind)
    {
        switch (topic, kind)
        {
            case ("language", _):
                await ChatDriver.Choose(page, "en");
                break;
            case ("safety", _):
                await ChatDriver.Choose(page, "no");
                break;
            case ("age", _):
                await ChatDriver.Choose(page, await page.Locator("button[value=adult]").CountAsync() > 0 ? "adult" : "self");
                break;
            case ("harm", "choices"):
                await page.CheckAsync("input[name=choice] >> nth=0");
                await ChatDriver.Choose(page, "done");
                break;
            case ("harm", _):
                await ChatDriver.Tap(page, "button[name=choice] >> nth=0");
                break;
            case (_, "review"):
                await ChatDriver.Choose(page, "confirm");
                break;
            case (_, "consent"):
                await ChatDriver.Choose(page, "yes");
                break;
            default:
                await ChatDriver.Wish(page, await page.Locator("button[name=wish][value=enough]").CountAsync() > 0 && topic is not ("contact" or "summary") ? "enough" : "skip");
                break;
        }
    }
}
