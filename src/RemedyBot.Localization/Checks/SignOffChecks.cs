using RemedyBot.Localization.Catalogs;
using RemedyBot.Localization.Negotiation;
using RemedyBot.Localization.Reviews;

namespace RemedyBot.Localization.Checks;

/// <summary>S05, S06 and what of X01 is about sign-offs: who stands for a critical text.</summary>
internal static class SignOffChecks
{
    public static IEnumerable<Finding> Run(CheckedContent content) =>
        content.Entries().Where(e => e.Source.Critical && e.Source.Source != e.Language.Tag && PoRules.IsUsable(e.Entry, e.Source)).SelectMany(e => Run(e, content.Ledgers));

    private static IEnumerable<Finding> Run(CheckedEntry entry, Ledgers ledgers)
    {
        var rows = ledgers.Of(entry.Language.Tag, entry.Source, entry.Entry);
        var people = rows.Select(r => r.Alias).Distinct(StringComparer.Ordinal).Count();
        if (rows.GroupBy(r => r.Alias, StringComparer.Ordinal).Any(p => p.Any(r => r.Wrote) && p.Any(r => !r.Wrote)))
            yield return entry.Finding("S06", Severity.Error, "The same person wrote this text and read it: ask somebody else to read it and to run `localize approve`.");
        switch (entry.Language.Status)
        {
            case LanguageStatus.Released when people < 2:
                yield return entry.Finding("S05", Severity.Error, "Two people stand for a critical text of a released language: read it, then run `localize approve`.");
                break;
            case LanguageStatus.Beta when people == 0:
                yield return entry.Finding("S05", Severity.Warning, "Nobody stands for this critical text as it is written now: read it, then run `localize approve`.");
                break;
        }

        if (people == 0 && entry.Source.Crisis && entry.Language.Status != LanguageStatus.Draft)
            yield return entry.Finding("X01", Severity.Error, "A person in danger would read words that nobody has signed off: read them, then run `localize approve`.");
    }
}
