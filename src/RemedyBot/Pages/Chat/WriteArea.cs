using RemedyBot.Pages.Shared;

namespace RemedyBot.Pages.Chat;

/// <summary>The box for words, which is always there.</summary>
public static class WriteArea
{
    public static Element Of(ChatScreen screen)
    {
        var words = screen.Words;
        var kind = screen.Asked?.Kind ?? "";
        return Of(words, words[Label(kind)], kind, screen.Kept, words["send"]);
    }

    /// <param name="label">What may be written, for the eye and for a screen reader.</param>
    /// <param name="kind">The kind of the question.</param>
    /// <param name="text">Words that already stand in the box.</param>
    public static Element Of(PageWords words, string label, string kind, string? text, string send) =>
        new("div",
            new Element("p") { ["id"] = "note", ["class"] = "note", ["role"] = "status" },
            new Element("label", label) { ["for"] = "text", ["id"] = "label" },
            new Element("div", Box(kind, text), new Element("button", send) { ["class"] = "send", ["data-send"] = "" }) { ["class"] = "row" })
        {
            ["id"] = "say",
            ["class"] = "say",
            ["data-hidden"] = words["code-hidden"],
            ["data-you"] = words["you"],
            ["data-digit"] = words["code-digit"],
            ["data-length"] = words["code-length"],
            ["data-offline"] = words["offline"],
            ["data-copied"] = words["copied"],
        };

    public static string Label(string kind) => kind switch
    {
        "choice" or "choices" or "yesno" or "consent" or "review" => "box-choice",
        "date" => "box-date",
        "items" => "box-items",
        "code" => "box-code",
        _ => "box",
    };

    // Spelling and writing aids of browsers may send the words to their makers.
    private static Element Box(string kind, string? text) =>
        new("textarea", text)
        {
            ["id"] = "text",
            ["name"] = "text",
            ["rows"] = "1",
            ["dir"] = kind is "code" ? "ltr" : "auto",
            ["inputmode"] = kind is "code" ? "numeric" : null,
            ["autocomplete"] = "off",
            ["spellcheck"] = "false",
            ["writingsuggestions"] = "false",
        };
}
