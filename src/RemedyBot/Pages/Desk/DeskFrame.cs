using RemedyBot.Pages.Shared;

namespace RemedyBot.Pages.Desk;

/// <summary>The page around everything at the desk, and the small parts that its pages are made of.</summary>
internal static class DeskFrame
{
    // A plain dot: it tells nothing in a row of tabs.
    private const string Icon =
        "data:image/svg+xml,%3Csvg xmlns='http://www.w3.org/2000/svg' viewBox='0 0 16 16'%3E%3Ccircle cx='8' cy='8' r='6' fill='%23547a80'/%3E%3C/svg%3E";

    private static readonly string Style = InlineAsset.Load(typeof(DeskFrame), "desk.css");

    internal static Element Document(DeskVisit visit, string nonce, string title, Node content)
    {
        var words = visit.Words;
        return new("html",
            new Element("head",
                new Element("meta") { ["charset"] = "utf-8" },
                new Element("meta") { ["name"] = "viewport", ["content"] = "width=device-width, initial-scale=1" },
                new Element("meta") { ["name"] = "color-scheme", ["content"] = "light dark" },
                new Element("meta") { ["name"] = "format-detection", ["content"] = "telephone=no" },
                new Element("title", title == words["title"] ? title : $"{title} · {words["title"]}"),
                new Element("link") { ["rel"] = "icon", ["href"] = Icon },
                new Element("style", Style) { ["nonce"] = nonce }),
            new Element("body",
                new Element("a", words["skip"]) { ["class"] = "skip", ["href"] = "#main" },
                Top(visit),
                new Element("main", content) { ["id"] = "main" },
                visit.Script ? new Element("script", TalkPage.Script) { ["nonce"] = nonce } : null))
        {
            ["lang"] = words.Language.Tag,
            ["dir"] = words.Language.Direction,
        };
    }

    internal static Element Link(string href, Node text, string? style = null) => new("a", text) { ["href"] = href, ["class"] = style };

    internal static Element Form(string action, params IEnumerable<Node?> content) =>
        new("form", content) { ["method"] = "post", ["action"] = action, ["autocomplete"] = "off" };

    internal static Element Button(string text, string? name = null, string? value = null, string? style = null) =>
        new("button", text) { ["type"] = "submit", ["name"] = name, ["value"] = value, ["class"] = style };

    internal static Element Hidden(string name, string value) => new("input") { ["type"] = "hidden", ["name"] = name, ["value"] = value };

    /// <summary>A labelled input with its hint, which the label's reader hears too.</summary>
    internal static Element Field(string name, string label, string type = "text", string? hint = null, string? value = null)
    {
        var secret = type == "password";
        var digits = type == "digits";
        return new("div",
            new Element("label", label) { ["for"] = name },
            hint is null ? null : new Element("p", hint) { ["class"] = "hint", ["id"] = name + "-hint" },
            new Element("input")
            {
                ["id"] = name,
                ["name"] = name,
                ["type"] = secret ? "password" : "text",
                ["inputmode"] = digits ? "numeric" : null,
                ["class"] = digits ? "digits" : null,
                ["dir"] = digits ? "ltr" : "auto",
                ["autocomplete"] = digits ? "one-time-code" : "off",
                ["autocapitalize"] = "none",
                ["spellcheck"] = "false",
                ["required"] = "",
                ["aria-describedby"] = hint is null ? null : name + "-hint",
                ["value"] = value,
            })
        {
            ["class"] = "field",
        };
    }

    internal static Element? Trouble(string? text) =>
        text is null ? null : new("p", text) { ["class"] = "note trouble", ["role"] = "alert" };

    internal static Element? Good(string? text) =>
        text is null ? null : new("p", text) { ["class"] = "note good", ["role"] = "status" };

    private static Element Top(DeskVisit visit)
    {
        var words = visit.Words;
        return new("header",
            new Element("div",
                Link(DeskPages.Home, words["title"], "brand"),
                visit.Session is null ? null : Pages(visit),
                LanguageList(visit),
                visit.Session is null ? null : Form("/desk/signout", Button(words["sign-out"], style: "quiet")))
            {
                ["class"] = "bar",
            })
        {
            ["class"] = "top",
        };
    }

    private static Element Pages(DeskVisit visit)
    {
        var path = visit.Context.Request.Path.Value ?? "";
        var workers = path.StartsWith(DeskPages.WorkersPath, StringComparison.Ordinal);
        var talks = path.StartsWith(DeskPages.TalksPath, StringComparison.Ordinal);
        return new("nav", NavLink(DeskPages.Home, visit.Words["nav-cases"], !workers && !talks), NavLink(DeskPages.TalksPath, visit.Words["nav-talks"], talks), NavLink(DeskPages.WorkersPath, visit.Words["nav-workers"], workers))
        {
            ["aria-label"] = visit.Words["nav"],
        };
    }

    private static Element NavLink(string href, string text, bool current) =>
        new("a", text) { ["href"] = href, ["aria-current"] = current ? "page" : null };

    private static Element? LanguageList(DeskVisit visit)
    {
        if (visit.Languages.All.Count < 2)
            return null;
        var words = visit.Words;
        var list = new Element("ul");
        foreach (var language in visit.Languages.All)
        {
            list.Add(new Element("li", new Element("a", language.Name)
            {
                ["href"] = "?lang=" + Uri.EscapeDataString(language.Tag),
                ["lang"] = language.Tag,
                ["hreflang"] = language.Tag,
                ["dir"] = language.Direction,
                ["aria-current"] = language == words.Language ? "true" : null,
            }));
        }

        return new("details", new Element("summary", new Element("span", words["language"], ": ") { ["class"] = "vh" }, new Element("bdi", words.Language.Name)), list) { ["class"] = "langs" };
    }
}
