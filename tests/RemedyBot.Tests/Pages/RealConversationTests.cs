using System.Text.RegularExpressions;
using RemedyBot.Composition;
using RemedyBot.Localization.Catalogs;
using RemedyBot.Pages.Chat;
using RemedyBot.Pages.Shared;
using RemedyBot.Tests.Pages.Scripted;
using RemedyBot.Turns;

namespace RemedyBot.Tests.Pages;

/// <summary>The page over the real conversation, in memory.</summary>
public sealed class RealConversationTests
{
    [Fact]
    public async Task A_conversation_is_held_from_the_greeting_to_the_summary_by_the_marks_of_the_page()
    {
        await using var bot = await Open();
        await using var host = await Serve(bot);
        var page = await Form.First(host);
        var seen = new List<string>();
        for (var turn = 0; turn < 30 && !seen.Contains("review"); turn++)
        {
            var asked = Regex.Matches(page.Html, "data-step=\"([^\"]+)\" data-topic=\"([^\"]+)\" data-kind=\"([^\"]+)\"")[^1];
            seen.Add(asked.Groups[3].Value);
            page = asked.Groups[2].Value switch
            {
                "language" => await page.Send(host, ("choice", "en")),
                "safety" => await page.Send(host, ("choice", "no")),
                "age" => await page.Send(host, ("choice", page.Html.Contains("value=\"adult\"", StringComparison.Ordinal) ? "adult" : "self")),
                "harm" => await page.Send(host, ("choice", "abuse.threat"), ("choice", "done")),
                _ => await page.Send(host, ("wish", "enough")),
            };
        }

        Assert.Contains("review", seen);
    }

    [Fact]
    public async Task A_language_chosen_on_the_first_page_is_spoken_without_the_question()
    {
        await using var bot = await Open();
        await using var host = await Serve(bot);
        var page = await Form.First(host, "?lang=en");
        Assert.Contains("data-topic=\"safety\" data-kind=\"yesno\"", page.Html, StringComparison.Ordinal);
        page = await page.Send(host, ("choice", "no"));
        Assert.Contains("data-step=\"safety/device\"", page.Html, StringComparison.Ordinal);
    }

    /// <summary>Otherwise the first line of a list, and it alone, would run from left to right.</summary>
    [Fact]
    public async Task In_arabic_no_line_of_the_summary_begins_within_another_isolate()
    {
        await using var bot = await Open();
        await using var host = await Serve(bot);
        var page = await Form.First(host, "?lang=ar");
        foreach (var answer in new[] { "no", "no", "adult" }) page = await page.Send(host, ("choice", answer));
        page = await page.Send(host, ("choice", "abuse.threat"), ("choice", "done"));
        page = await page.Send(host, ("wish", "so-far"));
        var lines = Regex.Matches(page.Html, "<span class=\"line\"><span class=\"label\">([^<]*)</span>");
        Assert.NotEmpty(lines);
        Assert.All(lines, line => Assert.Equal(line.Groups[1].Value.Count(mark => mark == '\u2068'), line.Groups[1].Value.Count(mark => mark == '\u2069')));
    }

    [Fact]
    public async Task A_forged_token_gets_the_closed_page_whose_form_begins_anew()
    {
        await using var bot = await Open();
        await using var host = await Serve(bot);
        var page = await Form.First(host);
        using var answer = await host.Client.PostAsync("/", new FormUrlEncodedContent([new("token", "forged"), new("form", page.Id), new("text", "x")]));
        var closed = new Form(await answer.Content.ReadAsStringAsync());
        Assert.Contains("This is closed.", closed.Html, StringComparison.Ordinal);
        Assert.Contains("data-from=\"bot\"", (await closed.Send(host, ("text", "hello"))).Html, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("g4", "yes", "g4")]
    [InlineData("", "yes", "g4 g7")]
    [InlineData("g4", "no", "")]
    [InlineData("", "no", "")]
    public async Task Of_what_goes_beyond_nothing_stands_ticked_and_the_button_says_what_a_yes_means(string tick, string press, string given)
    {
        await using var bot = await Open(trace: true);
        TurnReply? last = null;
        await using var host = await Serve(bot, reply => last = reply);
        var page = await Form.First(host, "?lang=en");
        foreach (var (name, value) in new[] { ("choice", "no"), ("choice", "no"), ("choice", "adult"), ("text", "they wrote lies"), ("choice", "abuse.hate") })
            page = await page.Send(host, (name, value));
        while (!page.Html.Contains("data-step=\"person/known\"", StringComparison.Ordinal))
            page = await page.Send(host, ("wish", "skip"));
        page = await page.Send(host, ("choice", "known"));
        page = await page.Send(host, ("wish", "enough"));
        page = await page.Send(host, ("choice", "confirm"));
        Assert.Contains("value=\"g3\" checked", page.Html, StringComparison.Ordinal);
        page = await page.Send(host, ("choice", "g1"), ("choice", "g3"));
        Assert.Contains("data-step=\"recipient-consent/default\"", page.Html, StringComparison.Ordinal);
        page = await page.Send(host, ("choice", "g1"), ("choice", "g3"), ("choice", "yes"));

        Assert.Contains("data-step=\"recipient-consent/beyond\"", page.Html, StringComparison.Ordinal);
        Assert.Equal(0, page.Count(" checked"));
        Assert.Matches("value=\"yes\"[^>]*><span class=\"all\">Yes, all of these</span><span class=\"some\">Yes, only what is ticked</span>", page.Html);
        await page.Send(host, [.. tick.Length > 0 ? [("choice", tick)] : Array.Empty<(string, string)>(), ("choice", press)]);

        var document = Assert.Single(last!.Trace!["handoffs"]!.AsArray())!["document"]!;
        Assert.Equal(given.Contains("g4", StringComparison.Ordinal), document["statement"]?["original"] is not null);
        Assert.Equal(given.Contains("g7", StringComparison.Ordinal), document["perpetrator"] is not null);
    }

    private static Task<Bot> Open(bool trace = false)
    {
        var content = LoadedContent.Read(new ContentFolder(null));
        Assert.Null(content.Problem);
        return Bot.OpenAsync(new(content, new(), new() { Trace = trace }) { PretendDesk = true }, default);
    }

    private static Task<PageHost> Serve(Bot bot, Action<TurnReply>? heard = null)
    {
        var localizer = bot.Parts.Content.Localizer;
        PageTexts texts = (language, key, arguments) => localizer.Catalog.Render(language, key, arguments?.ToDictionary(pair => pair.Key, pair => (Arg)pair.Value));
        PageLanguage[] languages = [.. localizer.Registry.All.Select(language => new PageLanguage(language.Tag, language.Name, language.RightToLeft ? "rtl" : "ltr"))];
        TurnHandler turn = async (request, cancellation) =>
        {
            var reply = await bot.Runner.HandleAsync(request, cancellation);
            heard?.Invoke(reply);
            return reply;
        };
        return PageHost.Start(new ChatPageParts(turn, texts, languages), new ScriptedConversation([]));
    }
}
