using System.Globalization;

namespace RemedyBot.Localization.Negotiation;

/// <summary>The best offered language for what a device prefers.</summary>
public sealed class LanguageNegotiator(LanguageRegistry registry)
{
    private const int MaxPreferences = 50;

    // Codes that devices send for a language whose tag is another.
    private static readonly Dictionary<string, string> Aliases = new(StringComparer.OrdinalIgnoreCase)
    {
        ["prs"] = "fa-AF",
        ["tl"] = "fil",
        ["iw"] = "he",
        ["in"] = "id",
        ["arb"] = "ar",
        ["kmr"] = "ku",
        ["cmn"] = "zh",
        ["zh-CN"] = "zh-Hans",
        ["zh-SG"] = "zh-Hans",
        ["zh-TW"] = "zh-Hant",
        ["zh-HK"] = "zh-Hant",
        ["zh-MO"] = "zh-Hant",
        ["no"] = "nb",
        ["mo"] = "ro",
    };

    /// <param name="preferred">BCP 47 tags or whole <c>Accept-Language</c> values with q, best first.</param>
    /// <param name="drafts">Draft languages count too.</param>
    /// <returns>The tag of an offered language; the registry's first where none fits.</returns>
    public string Best(IReadOnlyList<string> preferred, bool drafts = false) =>
        Match(preferred, drafts) ?? (registry.Offered(drafts) is [var first, ..] ? first : registry.All[0]).Tag;

    /// <returns>The tag of an offered language, or null where none fits.</returns>
    public string? Match(IReadOnlyList<string> preferred, bool drafts = false)
    {
        foreach (var tag in preferred.SelectMany(Preferences))
        {
            if (Offered(tag, drafts) is { } found)
                return found;
        }

        return null;
    }

    /// <summary>The tags of an <c>Accept-Language</c> value, best first; those with <c>q=0</c> are left out.</summary>
    public static IReadOnlyList<string> Preferences(string header) =>
    [
        .. header.Split(',').Take(MaxPreferences).Select(Preference).Where(p => p.Tag.Length > 0 && p.Quality > 0)
            .OrderByDescending(p => p.Quality).Select(p => p.Tag),
    ];

    private static (string Tag, double Quality) Preference(string part)
    {
        var pieces = part.Split(';', StringSplitOptions.TrimEntries);
        var quality = 1.0;
        foreach (var piece in pieces.Skip(1))
        {
            if (piece.StartsWith("q=", StringComparison.OrdinalIgnoreCase)
                && !double.TryParse(piece.AsSpan(2), NumberStyles.AllowDecimalPoint, CultureInfo.InvariantCulture, out quality))
                quality = 0;
        }

        return (pieces[0] is "*" ? "" : ContentFiles.Tag(pieces[0]), quality);
    }

    // es-MX, then es; an alias at each step; never Simplified for Traditional Chinese, because zh-Hant names its own alias.
    private string? Offered(string tag, bool drafts)
    {
        for (var t = Aliases.GetValueOrDefault(tag, tag); t.Length > 0;)
        {
            if (registry.Find(t) is { } language && (drafts || language.Status != LanguageStatus.Draft))
                return language.Tag;
            if (registry.All.FirstOrDefault(l => string.Equals(Aliases.GetValueOrDefault(l.Tag), t, StringComparison.OrdinalIgnoreCase)) is { } other
                && (drafts || other.Status != LanguageStatus.Draft))
                return other.Tag;
            if (t.StartsWith("zh-", StringComparison.OrdinalIgnoreCase) || t.LastIndexOf('-') is var dash && dash < 0)
                return null;
            t = t[..t.LastIndexOf('-')];
            t = Aliases.GetValueOrDefault(t, t);
        }

        return null;
    }
}
