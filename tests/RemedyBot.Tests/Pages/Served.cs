using RemedyBot.Composition;
using RemedyBot.Localization.Catalogs;
using RemedyBot.Pages.Chat;
using RemedyBot.Pages.Shared;
using RemedyBot.Tests.Pages.Scripted;

namespace RemedyBot.Tests.Pages;

/// <summary>A bot behind its page.</summary>
internal static class Served
{
    public static Task<PageHost> Over(Bot bot)
    {
        var localizer = bot.Parts.Content.Localizer;
        PageTexts texts = (language, key, arguments) => localizer.Catalog.Render(language, key, arguments?.ToDictionary(pair => pair.Key, pair => (Arg)pair.Value));
        PageLanguage[] languages = [.. localizer.Registry.All.Select(language => new PageLanguage(language.Tag, language.Name, language.RightToLeft ? "rtl" : "ltr"))];
        return PageHost.Start(new ChatPageParts(bot.Runner.HandleAsync, texts, languages), new ScriptedConversation([]));
    }

    /// <summary>One answer after the other, each by its button.</summary>
    public static async Task<Form> Taps(this Task<Form> page, PageHost host, params string[] values)
    {
        var form = await page;
        foreach (var value in values)
            form = await form.Send(host, (value == "enough" ? "wish" : "choice", value));
        return form;
    }
}
