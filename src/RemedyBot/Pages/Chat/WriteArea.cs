using RemedyBot.Pages.Shared;

namespace RemedyBot.Pages.Chat;

/// <summary>The box for words, which is always there.</summary>
public static class WriteArea
{
    public static Element Of(ChatScreen screen)
    {
        var words = screen.Words;
        var kind = screen.Asked?.Kind ?? "";
        return Of(words, words[Label(screen)], kind, screen.Kept, words["send"], screen.Note);
    }

    /// <param name="label">What may be written, for the eye and for a screen reader.</param>
    /// <param name="kind">The kind of the question.</param>
    /// <param name="text">Words that already stand in the box.</param>
    /// <param name="note">What there is to say of what was typed.</param>
    public static Element Of(PageWords words, string label, string kind, string? text, string send, string? note = null) =>
        new("div",
            new Element("p", note) { ["id"] = "note", ["class"] = "note", ["role"] = "status" },
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

    /// <summary>Whoever comes back is told where the code goes.</summary>
    public static string Label(ChatScreen screen) => screen.Asked?.Kind switch
    {
        "code" => "box-code",
        _ when screen.TakesCode => "box-first",
        "choice" or "choices" or "yesno" or "consent" or "review" => "box-choice",
        "date" => "box-date",
        "items" => "box-items",
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
