using RemedyBot.Pages.Shared;

namespace RemedyBot.Pages.Chat;

/// <summary>A slip in a message: a line that is copied or saved by itself, and nothing around it with it.</summary>
internal static class Paper
{
    public static Element Shown(string paper) => new("code", paper) { ["class"] = "paper", ["dir"] = "ltr", ["translate"] = "no" };

    /// <summary>Its own two buttons. Copying is the script's; saving works without one.</summary>
    public static Element Keys(string paper, PageWords words) =>
        new("p",
            new Element("button", words["copy-text"]) { ["class"] = "wish", ["type"] = "button", ["data-copy"] = paper, ["hidden"] = "" },
            " ",
            new Element("button", words["copy-file"]) { ["class"] = "wish", ["form"] = "f", ["name"] = "save", ["value"] = paper })
        {
            ["class"] = "paper-keys",
        };
}
