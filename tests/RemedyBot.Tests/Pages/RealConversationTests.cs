using System.Text.RegularExpressions;
using RemedyBot.Composition;
using RemedyBot.Localization.Catalogs;
using RemedyBot.Pages.Chat;
using RemedyBot.Pages.Shared;
using RemedyBot.Tests.Pages.Scripted;

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

    private static Task<Bot> Open()
    {
        var content = LoadedContent.Read(new ContentFolder(null));
        Assert.Null(content.Problem);
        return Bot.OpenAsync(new(content, new(), new()) { PretendDesk = true }, default);
    }

    private static Task<PageHost> Serve(Bot bot)
    {
        var localizer = bot.Parts.Content.Localizer;
        PageTexts texts = (language, key, arguments) => localizer.Catalog.Render(language, key, arguments?.ToDictionary(pair => pair.Key, pair => (Arg)pair.Value));
        PageLanguage[] languages = [.. localizer.Registry.All.Select(language => new PageLanguage(language.Tag, language.Name, language.RightToLeft ? "rtl" : "ltr"))];
        return PageHost.Start(new ChatPageParts(bot.Runner.HandleAsync, texts, languages), new ScriptedConversation([]));
    }
}
