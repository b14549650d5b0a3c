using System.Text;
using System.Text.RegularExpressions;
using RemedyBot.Localization.Bidi;
using RemedyBot.Localization.Catalogs;

namespace RemedyBot.Localization.Checks;

/// <summary>P03, P05, P07, P08, P10, T03, T12, T13, T14, B01, B02 and X10: what can be seen in one text, source or translation.</summary>
internal static partial class WordingChecks
{
    private static readonly string[] ZeroWidthSpaceScripts = ["km", "lo", "my", "th"];

    public static IEnumerable<Finding> Run(string text, string language, SourceText source, Func<string, Severity, string, Finding> finding)
    {
        var template = MessageTemplate.Parse(text);
        if (!template.IsValid)
            yield return finding("P03", Severity.Error, "A brace is alone or a name in braces is broken: write {name} exactly as in the source, and a real brace twice.");
        if (source.Kind == TextKind.Button && template.Names.Count > 0)
            yield return finding("P05", Severity.Error, "A button cannot hold a value in braces: its title must stay the same for everybody.");
        if (Html().IsMatch(text))
            yield return finding("P07", Severity.Error, "Texts are plain: take the HTML tag or entity out.");
        if (Link().IsMatch(Date().Replace(template.Render(_ => " "), "")))
            yield return finding("P08", Severity.Error, "A link, e-mail address or phone number is typed into the text: it belongs into dialogs/routes, where it is checked for age; here a {name} stands for it.");
        if (DigitSystems(text) > 1)
            yield return finding("P10", Severity.Warning, "Digits of two scripts are mixed: use one.");
        if (Edges(text) != Edges(source.Text))
            yield return finding("T03", Severity.Warning, "Spaces at the beginning or end differ from the source: take them out.");
        if (text.IndexOfAny(['!', '！', '¡']) >= 0)
            yield return finding("X10", Severity.Warning, "No exclamation marks: the reader may be frightened. Use a full stop.");
        foreach (var found in Characters(text, language, finding))
            yield return found;
    }

    private static IEnumerable<Finding> Characters(string text, string language, Func<string, Severity, string, Finding> finding)
    {
        if (!CleanText.WithoutLoneSurrogates(text).IsNormalized(NormalizationForm.FormC))
            yield return finding("T12", Severity.Warning, "The text is not in Unicode form NFC, so a typed answer would not match: paste it through a converter to NFC, or type the accents anew.");
        if (HasInvisible(text, language))
            yield return finding("T13", Severity.Error, "An invisible character (control, soft hyphen, zero-width space or joiner) is in the text: delete it.");
        if (Words().Matches(text).Any(w => MixesScripts(w.Value)))
            yield return finding("T14", Severity.Error, "One word mixes Latin letters with Cyrillic or Greek ones that look alike: type it anew.");
        if (text.Any(c => CleanText.IsOverride(c)))
            yield return finding("B01", Severity.Error, "A direction override (U+202A to U+202E) can make text read as something else: delete it.");
        if (!Isolates.AreBalanced(text))
            yield return finding("B02", Severity.Error, "Direction isolates are not in pairs: delete them, the bot adds its own.");
    }

    private static bool HasInvisible(string text, string language)
    {
        var runes = CleanText.WithoutLoneSurrogates(text).EnumerateRunes().ToArray();
        for (var i = 0; i < runes.Length; i++)
        {
            var value = runes[i].Value;
            var joined = CleanText.IsJoiner(value) && (i == 0 || !CleanText.NeedsJoiners(runes[i - 1]));
            var space = value == 0x200B && !ZeroWidthSpaceScripts.Contains(language.Split('-')[0]);
            if (joined || space || value is 0xAD or 0xFEFF or 0x2060 or 0x180E || (Rune.IsControl(runes[i]) && value != '\n'))
                return true;
        }

        return false;
    }

    private static bool MixesScripts(string word)
    {
        var latin = word.Any(c => char.IsAsciiLetter(c) || c is >= '\u00C0' and < '\u0250');
        return latin && word.Any(c => c is >= '\u0370' and < '\u0530');
    }

    private static int DigitSystems(string text) =>
        CleanText.WithoutLoneSurrogates(text).EnumerateRunes().Where(r => Rune.GetUnicodeCategory(r) == System.Globalization.UnicodeCategory.DecimalDigitNumber)
            .Select(r => r.Value - (int)Rune.GetNumericValue(r)).Distinct().Count();

    private static (int, int) Edges(string text) => (text.Length - text.TrimStart().Length, text.Length - text.TrimEnd().Length);

    [GeneratedRegex(@"</?[a-zA-Z][^<>]*>|&(#\d+|#x[0-9a-fA-F]+|[a-zA-Z]+);", RegexOptions.CultureInvariant)]
    private static partial Regex Html();

    [GeneratedRegex(@"https?://|\bwww\.|[\w.+-]+@[\w-]+\.\w{2,}|\+\d{6,}|\d{7,}|\+?\d{1,4}[ .\-]\d{2,4}[ .\-]\d{2,4}([ .\-]\d{2,4})*", RegexOptions.CultureInvariant)]
    private static partial Regex Link();

    [GeneratedRegex(@"\b\d{4}-\d{2}-\d{2}\b|\b\d{1,2}[./\-]\d{1,2}[./\-]\d{4}\b", RegexOptions.CultureInvariant)]
    private static partial Regex Date();

    [GeneratedRegex(@"\p{L}+", RegexOptions.CultureInvariant)]
    private static partial Regex Words();
}
