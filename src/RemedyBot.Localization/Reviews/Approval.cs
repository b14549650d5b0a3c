using System.Globalization;
using System.Text;
using RemedyBot.Localization.Catalogs;
using RemedyBot.Localization.Negotiation;

namespace RemedyBot.Localization.Reviews;

/// <summary>Adds sign-offs to a language's ledger. Pure: returns the text.</summary>
/// <param name="File">The ledger with the new rows; null where nothing was added.</param>
/// <param name="Added">How many rows are new.</param>
/// <param name="Problems">A sentence for each key that was not signed off.</param>
public sealed record Approval(ContentFile? File, int Added, IReadOnlyList<string> Problems)
{
    private const string Head = "# key\thash\talias\tdate\trole\n";
    private const int MaxAlias = 30;

    /// <summary>An alias is short, in small letters, and no address.</summary>
    public static bool IsAlias(string alias) =>
        alias.Length is >= 2 and <= MaxAlias && alias.All(c => char.IsAsciiLetterLower(c) || char.IsAsciiDigit(c) || c == '-');

    /// <param name="keys">Message keys; one that ends in <c>*</c> stands for every critical text that begins so and has no row of this person yet.</param>
    public static Approval Of(
        Language language, IReadOnlyList<SourceText> sources, IReadOnlyList<ContentFile> files, IReadOnlyList<string> keys, (string Alias, string Role, DateOnly Day) by)
    {
        var entries = files.Where(f => f.PoFolder() is { } folder && string.Equals(ContentFiles.Tag(folder), language.Tag, StringComparison.OrdinalIgnoreCase))
            .Select(PoReader.Read).Where(f => f.IsReadable).SelectMany(f => f.Entries).Where(e => e.Context is not null)
            .GroupBy(e => e.Context!, StringComparer.Ordinal).ToDictionary(g => g.Key, g => g.First(), StringComparer.Ordinal);
        var ledgers = new Ledgers(files);
        var rows = new List<SignOff>();
        var problems = new List<string>();
        foreach (var key in keys)
        {
            var meant = Meant(key, sources, entries);
            if (meant.Count == 0)
                problems.Add(key.EndsWith('*') ? $"{key}: no critical text that is translated begins so." : $"{key}: no text has this key. Keys stand as msgctxt in the PO files.");
            foreach (var source in meant)
                if (Problem(source, entries.GetValueOrDefault(source.Key), ledgers, language, by) is { } problem)
                    problems.Add(problem);
                else if (ledgers.Of(language.Tag, source, entries[source.Key]).All(s => (s.Alias, s.Role) != (by.Alias, by.Role)) && rows.TrueForAll(r => r.Key != source.Key))
                    rows.Add(new(source.Key, SignOff.HashOf(source, entries[source.Key]), by.Alias, by.Day.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture), by.Role));
        }

        return new(rows.Count == 0 ? null : Appended(language, files, rows), rows.Count, problems);
    }

    private static List<SourceText> Meant(string key, IReadOnlyList<SourceText> sources, Dictionary<string, PoEntry> entries) => key.EndsWith('*')
        ? [.. sources.Where(s => s.Critical && s.Key.StartsWith(key[..^1], StringComparison.Ordinal) && entries.TryGetValue(s.Key, out var entry) && PoRules.IsUsable(entry, s))]
        : [.. sources.Where(s => s.Key == key).Take(1)];

    private static string? Problem(SourceText source, PoEntry? entry, Ledgers ledgers, Language language, (string Alias, string Role, DateOnly Day) by)
    {
        if (entry is null || !PoRules.IsUsable(entry, source))
            return $"{source.Key}: not translated in {language.Tag}, marked as needing work, or older than its source. Mend it first.";
        var wrote = new SignOff("", "", by.Alias, "", by.Role).Wrote;
        return ledgers.Of(language.Tag, source, entry).Any(s => s.Alias == by.Alias && s.Wrote != wrote)
            ? $"{source.Key}: {by.Alias} wrote or read it already. Somebody else has to do the other."
            : null;
    }

    private static ContentFile Appended(Language language, IReadOnlyList<ContentFile> files, List<SignOff> rows)
    {
        var path = ContentFiles.Reviews + language.Tag + ".tsv";
        var text = new StringBuilder(files.At(path)?.Content ?? Head);
        if (text.Length > 0 && text[^1] != '\n')
            text.Append('\n');
        foreach (var row in rows)
            text.Append(row.Line).Append('\n');
        return new(path, text.ToString());
    }
}
