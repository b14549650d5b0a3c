using System.Globalization;
using System.Text;
using RemedyBot.Localization.Bidi;

namespace RemedyBot.Localization.Checks;

/// <summary>S01, S02, S04, S08, L01 and L02: whether an entry is a finished translation.</summary>
internal static class StateChecks
{
    public static IEnumerable<Finding> Run(CheckedEntry entry, CheckedContent content)
    {
        var po = entry.Entry;
        var blocks = entry.Source.Critical ? Severity.Error : Severity.Warning;
        var machine = po.Comments.Any(c => c.StartsWith("rb: machine", StringComparison.Ordinal));
        if (po.Strings.All(s => s.Length == 0))
        {
            yield return entry.Finding("S01", blocks, "Not translated yet.");
            yield break;
        }

        if (po.IsFuzzy)
            yield return entry.Finding("S02", blocks, "Marked as needing work, so nobody sees it: compare it with the source, mend it, and take the mark off.");
        else if (machine && content.Ledgers.Of(entry.Language.Tag, entry.Source, po).Count == 0)
            yield return entry.Finding("S04", Severity.Warning, "The comment says a machine wrote this, yet the mark is gone: read it with care, then delete the comment or sign it off.");
        if (po.Strings.Any(s => s.Length > 0 && IsBlank(s)))
            yield return entry.Finding("S08", Severity.Error, "There are only spaces or invisible characters here: write the translation, or leave it empty.");
        if (po.Plural is null)
            yield break;
        var forms = content.Plural(entry)?.Count ?? po.Strings.Count;
        if (po.Strings.Count != forms)
            yield return entry.Finding("L01", Severity.Error, $"Plural-Forms announces {forms.ToString(CultureInfo.InvariantCulture)} forms, here are {po.Strings.Count.ToString(CultureInfo.InvariantCulture)}: write msgstr[0] to the last one.");
        if (po.Strings.Any(s => s.Length == 0))
            yield return entry.Finding("L02", Severity.Error, "Some plural forms are empty: write them all, even where they are alike.");
    }

    private static bool IsBlank(string text) => CleanText.WithoutLoneSurrogates(text).EnumerateRunes().All(r =>
        Rune.IsWhiteSpace(r) || Rune.GetUnicodeCategory(r) is UnicodeCategory.Format or UnicodeCategory.Control or UnicodeCategory.SpaceSeparator);
}
