using System.Text.RegularExpressions;
using RemedyBot.Localization.Bidi;

namespace RemedyBot.Pages.Shared;

/// <summary>People's own words, in which a number or an address keeps its order though the words around it run from right to left.</summary>
public static partial class Directed
{
    public static IEnumerable<Node?> Of(string text)
    {
        var at = 0;
        if (Isolates.HasRightToLeft(text))
        {
            foreach (Match found in LeftToRight().Matches(text))
            {
                if (found.Index > at) yield return text[at..found.Index];
                yield return new Element("bdi", found.Value) { ["class"] = found.Value.Any(char.IsAsciiLetter) ? null : "number", ["dir"] = "ltr" };
                at = found.Index + found.Length;
            }
        }

        if (at < text.Length) yield return text[at..];
    }

    // A link, a mail address, or several groups of digits as in a phone number; a bare number has one order only.
    [GeneratedRegex(@"https?://\S+|[A-Za-z0-9._%+-]+@[A-Za-z0-9.-]+|\+?\(?[0-9]+(?:[ ()./\u00A0\u2011-]+[0-9]+)+|\+[0-9]+")]
    private static partial Regex LeftToRight();
}
