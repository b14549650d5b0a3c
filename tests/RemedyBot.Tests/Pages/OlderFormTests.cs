using System.Text.RegularExpressions;
using RemedyBot.Composition;
using RemedyBot.Handoff.Sealing;
using RemedyBot.Tests.Contract;
using RemedyBot.Tests.Pages.Scripted;

namespace RemedyBot.Tests.Pages;

/// <summary>A form answers the question that it shows, and no other: whatever waits by now, and wherever else the conversation went on.</summary>
public sealed class OlderFormTests
{
    private const string Consent = "recipient-consent/default";
    private static readonly string[] ToTheEnd = ["no", "no", "adult", "ibsa.ncii", "enough", "confirm"];

    private static Task<Bot> Open(bool desk) => Bot.OpenAsync(new(AChat.Content, new(), new()) { PretendDesk = desk }, default);

    private static string Step(Form page) => Regex.Matches(page.Html, "data-step=\"([^\"]+)\"")[^1].Groups[1].Value;

    private static string Box(Form page) => System.Net.WebUtility.HtmlDecode(Regex.Match(page.Html, "<textarea[^>]*>\n?(.*?)</textarea>", RegexOptions.Singleline).Groups[1].Value);

    private static Task<Form> First(PageHost host) => Form.First(host, "?lang=en");

    [Fact]
    public async Task A_desk_that_is_set_up_meanwhile_is_asked_about_and_given_nothing_by_a_yes_to_something_else()
    {
        await using var bot = await Open(desk: false);
        await using var host = await Served.Over(bot);
        var page = await First(host).Taps(host, ToTheEnd);
        Assert.Equal("keep/keep", Step(page));
        bot.DeskFile.Write(new(OpeningKey.Create().Public, null, new Dictionary<string, string>()));
        page = await page.Send(host, ("choice", "yes"));
        Assert.Equal(Consent, Step(page));
        Assert.Empty(await bot.Vault.Outbox.DueAsync(9, default));
        page = await page.Send(host, ("choice", "no"));
        // The yes was one to keeping, and is not asked for again.
        Assert.Equal(1, page.Count("data-code"));
    }

    [Theory]
    [InlineData("choice", "yes")]
    [InlineData("wish", "why")]
    public async Task A_tap_on_an_older_form_puts_nothing_into_the_box(string name, string value)
    {
        await using var bot = await Open(desk: true);
        await using var host = await Served.Over(bot);
        var older = await First(host).Taps(host, "no");
        await Task.FromResult(older).Taps(host, ToTheEnd[1..]);
        var page = await older.Send(host, (name, value));
        Assert.Equal(Consent, Step(page));
        Assert.Equal("", Box(page));
        page = await older.Send(host, (name, value), ("text", "my <b>own</b> words"));
        Assert.Equal(Consent, Step(page));
        Assert.Equal("my <b>own</b> words", Box(page));
    }

    [Theory]
    [InlineData("wish", "erase", "wish-erase/sure")]
    [InlineData("text", "Erase everything", "wish-erase/sure")]
    [InlineData("wish", "stop", "keep/keep")]
    [InlineData("text", "Stop", "keep/keep")]
    [InlineData("wish", "back", Consent)]
    [InlineData("wish", "skip", Consent)]
    public async Task Who_wants_to_leave_on_an_older_form_is_let_go(string name, string value, string step)
    {
        await using var bot = await Open(desk: true);
        await using var host = await Served.Over(bot);
        var older = await First(host).Taps(host, "no");
        await Task.FromResult(older).Taps(host, ToTheEnd[1..]);
        Assert.Equal(step, Step(await older.Send(host, (name, value))));
    }

    [Theory]
    [InlineData("stop", "keep/keep")]
    [InlineData("erase", "wish-erase/sure")]
    public async Task What_is_asked_before_leaving_is_not_answered_by_wanting_to_leave(string wish, string step)
    {
        await using var bot = await Open(desk: true);
        await using var host = await Served.Over(bot);
        var older = await First(host).Taps(host, "no");
        var page = await older.Send(host, ("choice", "no"));
        Assert.Equal(step, Step(await page.Send(host, ("wish", wish))));
        Assert.Equal(step, Step(await older.Send(host, ("wish", wish))));
    }

    [Fact]
    public async Task Danger_beside_the_wish_to_leave_is_heard()
    {
        await using var bot = await Open(desk: true);
        await using var host = await Served.Over(bot);
        var older = await First(host).Taps(host, "no");
        await Task.FromResult(older).Taps(host, ToTheEnd[1..]);
        var page = await older.Send(host, ("wish", "stop"), ("text", "he is outside my door with a knife and wants to kill me"));
        Assert.StartsWith("danger/", Step(page), StringComparison.Ordinal);
    }

    [Fact]
    public async Task Who_says_on_an_older_form_to_be_in_danger_is_in_danger()
    {
        await using var bot = await Open(desk: true);
        await using var host = await Served.Over(bot);
        var older = await First(host);
        var now = await Task.FromResult(older).Taps(host, ToTheEnd);
        Assert.Equal(Consent, Step(now));
        var page = await older.Send(host, ("choice", "yes"), ("text", "half a sentence"));
        Assert.StartsWith("danger/", Step(page), StringComparison.Ordinal);
        Assert.Equal("half a sentence", Box(page));
        Assert.Empty(await bot.Vault.Outbox.DueAsync(9, default));
    }

    [Fact]
    public async Task A_form_in_another_tab_answers_nothing_that_this_one_has_come_to()
    {
        await using var bot = await Open(desk: true);
        await using var host = await Served.Over(bot);
        var page = await First(host).Taps(host, "no");
        // Shown twice, so that its form has another id: sent again, nothing was answered by it.
        var other = await page.Send(host, ("wish", "why"));
        var again = await page.Send(host, ("wish", "why"));
        await Task.FromResult(other).Taps(host, ToTheEnd[1..]);
        page = await again.Send(host, ("choice", "yes"));
        Assert.Equal(Consent, Step(page));
        Assert.Empty(await bot.Vault.Outbox.DueAsync(9, default));
        Assert.Equal("", Box(page));
    }

    [Theory]
    [InlineData("safety", "device", "yes", "no")]
    [InlineData("age", "band", "adult", "no", "no")]
    public async Task After_an_update_a_question_that_is_gone_is_said_to_be_and_its_answer_answers_no_other(string dialog, string step, string answer, params string[] before)
    {
        using var versions = new Versions();
        var page = await versions.Serve(AChat.Content, host => First(host).Taps(host, before));
        Assert.Equal($"{dialog}/{step}", Step(page));
        var newer = versions.Without(dialog, step);
        var tapped = await versions.Serve(newer, host => page.Send(host, ("choice", answer)));
        Assert.Contains("This chat was changed while you were away.", tapped.Html, StringComparison.Ordinal);
        Assert.Contains("is not taken for an answer", tapped.Html, StringComparison.Ordinal);
        Assert.Equal("", Box(tapped));
        Assert.DoesNotContain("In your own words", (await versions.Serve(newer, host => tapped.Send(host, ("wish", "so-far")))).Html, StringComparison.Ordinal);
    }

    [Fact]
    public async Task After_an_update_words_to_a_question_that_is_gone_are_not_lost()
    {
        using var versions = new Versions();
        var page = await versions.Serve(AChat.Content, host => First(host).Taps(host, "no", "no"));
        var typed = await versions.Serve(versions.Without("age", "band"), host => page.Send(host, ("text", "over 40")));
        Assert.Equal("harm/what", Step(typed));
        Assert.Equal("over 40", Box(typed));
    }

    [Fact]
    public async Task After_an_update_an_answer_is_one_to_the_question_that_was_shown_though_another_comes_first()
    {
        using var versions = new Versions();
        var page = await versions.Serve(AChat.Content, host => First(host).Taps(host, "no"));
        var newer = versions.With("safety", "  - id: device\n", "  - {id: ongoing, ask: yesno, field: /ongoing, text: Is it still going on?, why: Because.}\n  - id: device\n");
        page = await versions.Serve(newer, host => page.Send(host, ("choice", "yes")));
        Assert.Equal("safety/ongoing", Step(page));
        page = await versions.Serve(newer, host => page.Send(host, ("wish", "so-far")));
        Assert.Contains("Might someone else see", page.Html.Replace("device:", "Might someone else see", StringComparison.OrdinalIgnoreCase), StringComparison.Ordinal);
        Assert.DoesNotContain("still going on: Yes", page.Html, StringComparison.OrdinalIgnoreCase);
    }
}
