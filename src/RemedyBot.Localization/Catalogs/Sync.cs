using RemedyBot.Localization.Negotiation;
using RemedyBot.Localization.Plurals;

namespace RemedyBot.Localization.Catalogs;

/// <summary>Writes templates and brings a language's files up to date with the dialogs. Pure: returns the texts.</summary>
public static class Sync
{
    private const string BraceFormat = "python-brace-format";

    /// <summary>The templates of all domains, ordered by path.</summary>
    public static IReadOnlyList<ContentFile> Templates(IReadOnlyList<SourceText> sources) =>
        [.. Domains(sources).Select(domain => new ContentFile(
            $"localization/templates/{domain.Key}.pot",
            PoWriter.Write([Header("", "nplurals=INTEGER; plural=EXPRESSION;", []), .. domain.Select(s => Blank(s, 2))])))];

    /// <summary>The PO files of one language; those of <paramref name="existing"/> that are its own are the translations so far.</summary>
    /// <param name="existing">Any content files. A file of the language that cannot be read is left out of the result: mend it first.</param>
    /// <param name="minor">Only typos changed in the sources: translations stay as they are.</param>
    public static IReadOnlyList<ContentFile> Update(
        Language language, IReadOnlyList<SourceText> sources, IReadOnlyList<ContentFile> existing, bool minor = false)
    {
        var forms = PluralRule.Parse(language.Plural)?.Count ?? 1;
        var result = new List<ContentFile>();
        foreach (var domain in Domains(sources.Where(s => !string.Equals(s.Source, language.Tag, StringComparison.Ordinal))))
        {
            var path = ContentFiles.Of(language.Tag, $"{domain.Key}.po");
            var old = existing.At(path) is { } file ? PoReader.Read(file) : null;
            if (old is { IsReadable: false })
                continue;
            var known = new Dictionary<string, PoEntry>(StringComparer.Ordinal);
            foreach (var entry in old?.Entries ?? [])
                known.TryAdd(entry.Context ?? "", entry);
            var entries = domain.Select(s => known.TryGetValue(s.Key, out var entry) ? Carry(s, entry, forms, minor) : Blank(s, forms));
            var marks = (old?.Header?.Comments ?? []).Where(c => c.StartsWith("rb:", StringComparison.Ordinal));
            result.Add(new ContentFile(path, PoWriter.Write([Header(language.Tag, language.Plural, [.. marks]), .. entries])));
        }

        return result;
    }

    private static IOrderedEnumerable<IGrouping<string, SourceText>> Domains(IEnumerable<SourceText> sources) =>
        sources.GroupBy(s => s.Domain, StringComparer.Ordinal).OrderBy(g => g.Key, StringComparer.Ordinal);

    private static PoEntry Header(string tag, string plural, IReadOnlyList<string> comments) => new()
    {
        Comments = comments,
        Strings =
        [
            $"Project-Id-Version: RemedyBot\nLanguage: {tag}\nMIME-Version: 1.0\nContent-Type: text/plain; charset=UTF-8\n"
            + $"Content-Transfer-Encoding: 8bit\nPlural-Forms: {plural}\n",
        ],
    };

    private static PoEntry Blank(SourceText source, int forms) => new()
    {
        Extracted = Comments(source),
        References = [source.File],
        Flags = [BraceFormat],
        Context = source.Key,
        Id = source.Text,
        Plural = source.Plural,
        Strings = [.. Enumerable.Repeat("", source.Plural is null ? 1 : forms)],
    };

    private static PoEntry Carry(SourceText source, PoEntry old, int forms, bool minor)
    {
        var same = string.Equals(old.Id, source.Text, StringComparison.Ordinal) && string.Equals(old.Plural, source.Plural, StringComparison.Ordinal);
        var strings = Reshape(old.Strings, source.Plural is null ? 1 : forms);
        var written = strings.Any(s => s.Length > 0);
        var shapeKept = old.Plural is null == source.Plural is null;
        var fuzzy = written && (old.IsFuzzy || !(same || (minor && shapeKept)));
        var previous = !fuzzy ? null
            : old.Previous is not null && old.IsFuzzy ? old.Previous
            : same ? null
            : new PoSource(old.Context, old.Id, old.Plural);
        return Blank(source, forms) with
        {
            Comments = [.. old.Comments.Where(IsKept)],
            Flags = fuzzy ? ["fuzzy", BraceFormat] : [BraceFormat],
            Previous = previous,
            Strings = strings,
        };
    }

    // Names and addresses of volunteers have no place in public files.
    private static bool IsKept(string comment) =>
        comment.StartsWith("rb:", StringComparison.Ordinal)
        || !(comment.Contains('@', StringComparison.Ordinal) || comment.Contains('<', StringComparison.Ordinal));

    private static IReadOnlyList<string> Reshape(IReadOnlyList<string> strings, int forms)
    {
        if (strings.Count == forms)
            return strings;
        return forms == 1 ? [strings[^1]] : [.. strings.Take(forms), .. Enumerable.Repeat("", Math.Max(0, forms - strings.Count))];
    }

    private static List<string> Comments(SourceText source)
    {
        var kind = source.Kind switch
        {
            TextKind.Button => "button",
            TextKind.Why => "why",
            _ => "message",
        };
        var first = source.Max > 0 ? $"KIND {kind} · MAX {source.Max}" : $"KIND {kind}";
        if (source.Placeholders.Count > 0)
            first += $" · {string.Join(' ', source.Placeholders.Select(p => $"{{{p}}}"))}";
        var lines = new List<string> { first };
        if (source.Note is { Length: > 0 } note)
            lines.AddRange(note.Split('\n', StringSplitOptions.TrimEntries | StringSplitOptions.RemoveEmptyEntries));
        if (source.Critical)
            lines.Add("CRITICAL: two people sign off before anyone sees it.");
        return lines;
    }
}
