using RemedyBot.Pages.Shared;

namespace RemedyBot.Pages.Chat;

/// <summary>The page around the conversation: head, way out, language, and the notes that stand on every screen.</summary>
public static class ChatFrame
{
    // A plain dot: it tells nothing in a row of tabs.
    private const string Icon =
        "data:image/svg+xml,%3Csvg xmlns='http://www.w3.org/2000/svg' viewBox='0 0 16 16'%3E%3Ccircle cx='8' cy='8' r='6' fill='%23547a80'/%3E%3C/svg%3E";

    private static readonly string Style = InlineAsset.Load(typeof(ChatFrame), "chat.css");
    private static readonly string Script = InlineAsset.Load(typeof(ChatFrame), "chat.js");

    public static Element Document(PageWords words, string nonce, params IEnumerable<Node?> body) =>
        new("html",
            new Element("head",
                new Element("meta") { ["charset"] = "utf-8" },
                new Element("meta") { ["name"] = "viewport", ["content"] = "width=device-width, initial-scale=1, interactive-widget=resizes-content" },
                new Element("meta") { ["name"] = "color-scheme", ["content"] = "light dark" },
                new Element("meta") { ["name"] = "format-detection", ["content"] = "telephone=no" },
                new Element("title", words["title"]),
                new Element("link") { ["rel"] = "icon", ["href"] = Icon },
                new Element("style", Style) { ["nonce"] = nonce }),
            new Element("body", [.. body, new Element("script", Script) { ["nonce"] = nonce }]))
        {
            ["lang"] = words.Language.Tag,
            ["dir"] = words.Language.Direction,
        };

    /// <summary>Stands before every other button of the form: the Enter key in a check box then presses nothing.</summary>
    public static Element Stopper() => new("button") { ["form"] = "f", ["disabled"] = "", ["hidden"] = "" };

    public static Element Top(PageWords words, Uri exit, Node? language) =>
        new("header",
            new Element("a", words["exit"]) { ["class"] = "exit", ["data-exit"] = "", ["href"] = exit.AbsoluteUri, ["rel"] = "noreferrer" },
            language)
        {
            ["id"] = "top",
            ["class"] = "top",
        };

    /// <summary>Before the first word and after the last a link to each language; between them the wish, since a link would lose what was said.</summary>
    public static Node? LanguageSwitch(ChatScreen screen)
    {
        if (screen.First || screen.Over) return LanguageList(screen.Words, screen.Languages);
        var wish = screen.Asked?.Wishes.FirstOrDefault(wish => wish.Value == "language");
        return wish is null ? null : new Element("button", wish.Title) { ["class"] = "lang", ["form"] = "f", ["name"] = "wish", ["value"] = "language" };
    }

    public static Element? LanguageList(PageWords words, SpokenLanguages languages)
    {
        if (languages.All.Count < 2) return null;
        var list = new Element("ul");
        foreach (var language in languages.All)
        {
            list.Add(new Element("li", new Element("a", language.Name)
            {
                ["href"] = Start(language),
                ["lang"] = language.Tag,
                ["hreflang"] = language.Tag,
                ["dir"] = language.Direction,
                ["aria-current"] = language == words.Language ? "true" : null,
            }));
        }

        return new("details", new Element("summary", words["language"], ": ", new Element("bdi", words.Language.Name)), list) { ["class"] = "langs" };
    }

    /// <summary>Where a conversation begins in a language, which then need not be asked for.</summary>
    public static string Start(PageLanguage language) => "/?lang=" + Uri.EscapeDataString(language.Tag);

    /// <summary>What "exit" cannot do is said before anyone relies on it. The keys are the script's, so it shows their sentence.</summary>
    public static Element Foot(PageWords words) => new("p", new Element("span", words["exit-keys"]) { ["class"] = "keys", ["hidden"] = "" }, " ", words["exit-note"]) { ["id"] = "foot", ["class"] = "foot" };
}
