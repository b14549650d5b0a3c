using Microsoft.Playwright;
using RemedyBot.EndToEnd.Browsers;
using RemedyBot.Tests.Pages.Scripted;
using RemedyBot.Turns;

namespace RemedyBot.EndToEnd.Pages;

[Collection(PageScenarios.Name)]
public sealed class When_words_come_by_themselves(Chromium chromium)
{
    [Theory]
    [InlineData("#text")]
    [InlineData("[data-exit]")]
    [InlineData("button[name=choice][value=no]")]
    [InlineData("button[name=wish][value=stop]")]
    public async Task Whoever_holds_something_keeps_it_and_sees_it(string held)
    {
        await using var host = await PageHost.Start();
        var asked = IntakeScript.Turns[0].Messages("en")[^1];
        var many = Enumerable.Range(1, 12).Select(line => new OutMessage { Step = "talk/human", Topic = "handoff", Kind = "say", Text = $"Line {line} of what was written.", Human = "Helpline" });
        var came = false;
        host.Conversation.Instead = request => request.Token is null ? null
            : new(TurnStatus.Done, request.Token, "en", null, request.Look && came ? [.. many, asked with { Quiet = true }] : [asked with { Quiet = request.Look }], false, null) { Talks = true };
        var page = await chromium.Open(Device.Phone);
        await page.GotoAsync(host.Root.AbsoluteUri);
        await ChatDriver.Choose(page, "no");
        await page.FocusAsync(held);
        if (held is "#text") await page.Keyboard.TypeAsync("half a word");
        came = true;
        await Assertions.Expect(page.Locator("[data-author=human]").First).ToBeAttachedAsync();
        came = false;

        var kept = await page.EvaluateAsync<bool>("""
            held => {
              const now = document.activeElement, box = now.getBoundingClientRect();
              return now.matches(held) && box.top >= 0 && box.bottom <= innerHeight;
            }
            """, held);
        Assert.True(kept, await page.EvaluateAsync<string>("document.activeElement.outerHTML.slice(0, 200)"));
        await page.Context.CloseAsync();
    }

    [Theory]
    [InlineData(true)]
    [InlineData(false)]
    public async Task The_reply_to_a_long_story_is_in_sight(bool script)
    {
        await using var host = await PageHost.Start();
        var page = await chromium.Open(new Device(360, 740) { Touch = true, Script = script });
        await page.GotoAsync(host.Root.AbsoluteUri);
        await ChatDriver.Say(page, string.Concat(Enumerable.Repeat("They write to me every day and show it to everyone I know. ", 20)));
        Assert.True(await page.EvaluateAsync<bool>("""
            () => {
              const reply = document.querySelector('[data-step="danger/numbers"]').getBoundingClientRect();
              return reply.top >= 0 && reply.bottom <= innerHeight;
            }
            """));
        await page.Context.CloseAsync();
    }
}
