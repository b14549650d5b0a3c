using System.Globalization;
using System.Text;
using System.Text.RegularExpressions;
using RemedyBot.Localization.Bidi;
using RemedyBot.Localization.Catalogs;

namespace RemedyBot.Localization.Checks;

/// <summary>P09: the numbers of a translation are those of its source, in whatever digits. A plural's forms may say theirs in words.</summary>
internal static partial class NumberChecks
{
    private static readonly string[] InWords = ["1", "2"];

    public static IEnumerable<Finding> Run(CheckedEntry entry)
    {
        if (entry.Source.Plural is not null)
            yield break;
        var source = Numbers(entry.Source.Text);
        foreach (var text in entry.Written.Where(t => !Numbers(t).SequenceEqual(source, StringComparer.Ordinal)))
            yield return entry.Finding("P09", Severity.Warning, $"The numbers differ from the source, which has {(source.Count == 0 ? "none" : string.Join(", ", source))}: write the same ones.");
    }

    /// <summary>In order, with the digits 0 to 9 and without what parts thousands; without those that languages say in a word or by an ending ("two hours" is one word in Arabic).</summary>
    private static IReadOnlyList<string> Numbers(string text)
    {
        var digits = new StringBuilder();
        foreach (var rune in CleanText.WithoutLoneSurrogates(MessageTemplate.Parse(text).Render(_ => " ")).EnumerateRunes())
            digits.Append(Rune.GetUnicodeCategory(rune) == UnicodeCategory.DecimalDigitNumber ? ((int)Rune.GetNumericValue(rune)).ToString(CultureInfo.InvariantCulture) : rune.ToString());
        return [.. Number().Matches(Thousands().Replace(digits.ToString(), "")).Select(m => m.Value).Except(InWords, StringComparer.Ordinal).Order(StringComparer.Ordinal)];
    }

    [GeneratedRegex("[0-9]+", RegexOptions.CultureInvariant)]
    private static partial Regex Number();

    [GeneratedRegex(@"(?<=[0-9])[.,'’٬\u00A0\u202F](?=[0-9]{3}(?![0-9]))", RegexOptions.CultureInvariant)]
    private static partial Regex Thousands();
}
