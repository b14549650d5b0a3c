using System.Text.RegularExpressions;

namespace RemedyBot.Dialogs.Loading;

/// <summary>`{name}` in a text; doubled braces stand for themselves.</summary>
public static partial class Placeholder
{
    public static IEnumerable<string> Names(string text) =>
        Pattern().Matches(text.Replace("{{", "", StringComparison.Ordinal).Replace("}}", "", StringComparison.Ordinal)).Select(m => m.Groups[1].Value);

    [GeneratedRegex(@"\{([a-z][a-z0-9_]*)\}", RegexOptions.CultureInvariant)]
    private static partial Regex Pattern();
}
