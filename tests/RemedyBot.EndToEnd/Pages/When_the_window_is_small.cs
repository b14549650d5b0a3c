using Microsoft.Playwright;
using RemedyBot.EndToEnd.Browsers;
using RemedyBot.Tests.Pages.Scripted;
using RemedyBot.Turns;

namespace RemedyBot.EndToEnd.Pages;

[Collection(PageScenarios.Name)]
public sealed class When_the_window_is_small(Chromium chromium)
{
    private const string Link = "https://t.example/a_channel_with_a_very_long_name_that_never_ends_and_goes_on_and_on_1234567890/9999";

    /// <summary>Whether somebody who presses the middle of the exit meets it, at the top, half way and the end of the page.</summary>
    private const string ExitInSight = """
        () => [0, 0.5, 1].every(part => {
          const root = document.documentElement;
          scrollTo({ top: part * root.scrollHeight, behavior: 'instant' });
          const exit = document.querySelector('[data-exit]'), box = exit.getBoundingClientRect();
          const whole = box.top >= 0 && box.left >= 0 && box.right <= root.clientWidth && box.bottom <= innerHeight;
          return whole && box.height >= 44 && document.elementFromPoint((box.left + box.right) / 2, (box.top + box.bottom) / 2) === exit;
        })
        """;

    private const string Fits = "document.documentElement.scrollWidth === document.documentElement.clientWidth";

    public static TheoryData<string, Device> Windows => new()
    {
        { "small-keyboard", new(360, 420) { Touch = true } },
        { "small-keyboard-plain", new(360, 420) { Touch = true, Script = false } },
        { "small-keyboard-arabic", new(360, 420) { Touch = true, Language = "ar" } },
        { "small-landscape", new(740, 360) { Touch = true } },
        { "small-zoomed", new(640, 400) },
        { "small-zoomed-more", new(320, 200) },
        { "small-old-phone", new(320, 512) { Touch = true } },
        { "small-big-letters", new(360, 740) { Touch = true, Letters = 32 } },
        { "small-big-letters-spanish", new(360, 740) { Touch = true, Letters = 32, Language = "es" } },
    };

    [Theory]
    [MemberData(nameof(Windows))]
    public async Task The_exit_is_in_sight_wherever_one_is_on_the_page(string name, Device device)
    {
        await using var host = await PageHost.Start();
        var page = await chromium.Open(device);
        await page.GotoAsync(host.Root.AbsoluteUri);
        await AssertSeen(page, name + "-1-first");
        await ChatDriver.Choose(page, "no");
        await ChatDriver.Choose(page, "no");
        await AssertSeen(page, name + "-2-later");
        await page.Context.CloseAsync();
    }

    [Theory]
    [InlineData("en", true)]
    [InlineData("en", false)]
    [InlineData("ar", true)]
    public async Task A_word_without_an_end_is_broken_wherever_it_stands(string language, bool script)
    {
        var titles = new[] { new Option("one", Link), new Option("two", "Short") };
        var wishes = new[] { new Option("skip", Link) };
        ScriptedTurn Ask(string kind) => new(_ => [new() { Step = "platform/links-written", Topic = "platform", Kind = kind, Text = "Link: " + Link, Choices = titles, Wishes = wishes }]);
        await using var host = await PageHost.Start([Ask("items"), Ask("choice"), Ask("review")]);
        var page = await chromium.Open(Device.Phone with { Language = language, Script = script });
        await page.GotoAsync(host.Root.AbsoluteUri);
        await AssertFits(page, $"long-word-{language}-{script}");
        await ChatDriver.Say(page, Link);
        await AssertFits(page, $"long-word-{language}-{script}-buttons");
        await ChatDriver.Choose(page, "one");
        await AssertFits(page, $"long-word-{language}-{script}-review");
        await page.Context.CloseAsync();
    }

    [Theory]
    [InlineData(true)]
    [InlineData(false)]
    public async Task A_new_question_is_not_pushed_down_by_more_than_the_header(bool big)
    {
        await using var host = await PageHost.Start();
        var page = await chromium.Open(Device.Phone with { Letters = big ? 32 : null });
        await page.GotoAsync(host.Root.AbsoluteUri);
        await ChatDriver.Choose(page, "no");
        var strip = await page.EvaluateAsync<double>("""
            () => {
              const said = [...document.querySelectorAll('[data-from=person]')].pop().getBoundingClientRect();
              return said.top - document.querySelector('[data-exit]').getBoundingClientRect().bottom;
            }
            """);
        Assert.InRange(strip, 0, big ? 48 : 24);
        await page.Context.CloseAsync();
    }

    private static async Task AssertSeen(IPage page, string name)
    {
        Assert.True(await page.EvaluateAsync<bool>(ExitInSight), $"{name}: the exit is out of sight.");
        await AssertFits(page, name);
    }

    private static async Task AssertFits(IPage page, string name)
    {
        await Pictures.Take(page, name);
        Assert.True(await page.EvaluateAsync<bool>(Fits), $"{name}: something is wider than the screen.");
    }
}
