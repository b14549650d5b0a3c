using Microsoft.Extensions.Time.Testing;
using RemedyBot.Composition;
using RemedyBot.Localization.Catalogs;
using RemedyBot.Pages.Chat;
using RemedyBot.Pages.Shared;
using RemedyBot.Tests.Pages.Scripted;

namespace RemedyBot.Tests.Pages;

/// <summary>"Go on, or stop?" after ten minutes: what is said to it answers nothing that was not seen.</summary>
public sealed class PauseTests
{
    private const string Pause = "data-step=\"errors/still-there\"";
    private const string Consent = "data-step=\"keep/keep\"";
    private static readonly Lazy<LoadedContent> Content = new(() => LoadedContent.Read(new ContentFolder(null)));
    private readonly FakeTimeProvider _time = new(new(2026, 11, 22, 9, 0, 0, TimeSpan.Zero));

    [Theory]
    [InlineData("1")]
    [InlineData("١")]
    [InlineData("Go on")]
    [InlineData("Continuar")]
    [InlineData("continue")]
    public async Task Going_on_is_said_by_number_title_or_value_and_consents_to_nothing(string typed)
    {
        await using var bot = await Open();
        await using var host = await Serve(bot);
        var page = await Paused(host, ("wish", "stop"));
        page = await page.Send(host, ("text", typed));
        Assert.Contains(Consent, page.Html, StringComparison.Ordinal);
        Assert.Equal(0, page.Count("data-topic=\"code\" data-kind=\"code\""));
    }

    [Theory]
    [InlineData("yes")]
    [InlineData("2")]
    [InlineData("my bag is blue")]
    public async Task Anything_else_is_asked_again_and_waits_in_the_box(string typed)
    {
        await using var bot = await Open();
        await using var host = await Serve(bot);
        var page = await Paused(host, ("wish", "stop"));
        page = await page.Send(host, ("text", typed));
        Assert.Contains(Pause, page.Html, StringComparison.Ordinal);
        Assert.DoesNotContain(Consent, page.Html, StringComparison.Ordinal);
        Assert.Contains($"\n{typed}</textarea>", page.Html, StringComparison.Ordinal);
        Assert.Contains(Consent, (await page.Send(host, ("choice", "continue"))).Html, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Stop_is_said_by_its_title_too()
    {
        await using var bot = await Open();
        await using var host = await Serve(bot);
        var page = await Paused(host, ("choice", "no"));
        Assert.Contains(Consent, (await page.Send(host, ("text", "Stop"))).Html, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Stop_does_not_answer_whether_to_keep_which_was_asked_before()
    {
        await using var bot = await Open();
        await using var host = await Serve(bot);
        var page = await Paused(host, ("wish", "stop"));
        Assert.Contains(Consent, (await page.Send(host, ("wish", "stop"))).Html, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_choice_that_is_called_alike_is_taken_however_late()
    {
        await using var bot = await Open();
        await using var host = await Serve(bot);
        var page = await (await (await Form.First(host, "?lang=en")).Send(host, ("choice", "yes"))).Send(host, ("text", "ES"));
        Assert.Contains("data-step=\"danger/onward\"", page.Html, StringComparison.Ordinal);
        _time.Advance(TimeSpan.FromMinutes(11.5));
        page = await page.Send(host, ("choice", "continue"));
        Assert.DoesNotContain("data-step=\"danger/onward\"", page.Html, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Danger_is_heard_in_what_is_said_instead()
    {
        await using var bot = await Open();
        await using var host = await Serve(bot);
        var page = await Paused(host, ("choice", "no"));
        page = await page.Send(host, ("text", "He is outside my door with a knife"));
        Assert.DoesNotContain(Pause, page.Html, StringComparison.Ordinal);
        Assert.Contains("data-step=\"danger/", page.Html, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_look_for_news_shows_nothing_of_before_either()
    {
        await using var bot = await Open();
        await using var host = await Serve(bot);
        var page = await Paused(host, ("wish", "stop"));
        page = await page.Send(host, ("look", "1"), ("text", "half a sentence"));
        Assert.Contains(Pause, page.Html, StringComparison.Ordinal);
        Assert.DoesNotContain(Consent, page.Html, StringComparison.Ordinal);
        Assert.Contains("\nhalf a sentence</textarea>", page.Html, StringComparison.Ordinal);
    }

    /// <summary>A conversation whose last form comes again after eleven minutes.</summary>
    private async Task<Form> Paused(PageHost host, (string, string) last)
    {
        var page = await (await Form.First(host, "?lang=en")).Send(host, ("choice", "no"));
        await page.Send(host, last);
        _time.Advance(TimeSpan.FromMinutes(11.5));
        page = await page.Send(host, last);
        Assert.Contains(Pause, page.Html, StringComparison.Ordinal);
        return page;
    }

    private Task<Bot> Open() => Bot.OpenAsync(new(Content.Value, new(), new()) { Time = _time }, default);

    private static Task<PageHost> Serve(Bot bot)
    {
        var localizer = bot.Parts.Content.Localizer;
        PageTexts texts = (language, key, arguments) => localizer.Catalog.Render(language, key, arguments?.ToDictionary(pair => pair.Key, pair => (Arg)pair.Value));
        PageLanguage[] languages = [.. localizer.Registry.All.Select(language => new PageLanguage(language.Tag, language.Name, language.RightToLeft ? "rtl" : "ltr"))];
        return PageHost.Start(new ChatPageParts(bot.Runner.HandleAsync, texts, languages), new ScriptedConversation([]));
    }
}
