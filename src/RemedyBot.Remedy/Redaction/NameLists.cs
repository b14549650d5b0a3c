using System.Collections.Frozen;
using RemedyBot.Remedy.Content;

namespace RemedyBot.Remedy.Redaction;

/// <summary>What tells a name or an address apart, from `localization/LANG/names.txt`; several languages may be joined.</summary>
public sealed class NameLists
{
    private NameLists(IEnumerable<(string Section, string Entry)> entries)
    {
        var by = entries.ToLookup(e => e.Section, e => e.Entry, StringComparer.Ordinal);
        Names = Single(by["names"]);
        NotNames = Single(by["not-names"]);
        Streets = Single(by["streets"]);
        Joining = Single(by["joining"]);
        NameCues = Phrases(by["name-cues"]);
        RelationCues = Phrases(by["relation-cues"]);
    }

    /// <summary>Common given names, folded.</summary>
    public FrozenSet<string> Names { get; }

    /// <summary>Words that stand with a capital without being names: days, months, platforms, peoples.</summary>
    public FrozenSet<string> NotNames { get; }

    public FrozenSet<string> Streets { get; }

    /// <summary>Small words inside names and addresses: de, la, van.</summary>
    public FrozenSet<string> Joining { get; }

    /// <summary>Words before a name: "my name is". Longest first.</summary>
    internal IReadOnlyList<string[]> NameCues { get; }

    /// <summary>Words before a person, perhaps followed by the name: "my ex".</summary>
    internal IReadOnlyList<string[]> RelationCues { get; }

    public static NameLists Empty { get; } = new([]);

    /// <param name="files">Path and text of each list.</param>
    /// <exception cref="ContentException">A line stands outside a section, or a section is unknown.</exception>
    public static NameLists Read(IEnumerable<(string Path, string Text)> files) =>
        new(files.SelectMany(f => Lines(f.Path, f.Text)).ToList());

    private static IEnumerable<(string Section, string Entry)> Lines(string path, string text)
    {
        string[] known = ["names", "not-names", "name-cues", "relation-cues", "streets", "joining"];
        string? section = null;
        var number = 0;
        foreach (var raw in text.Split('\n'))
        {
            number++;
            var line = raw.Trim();
            if (line.Length == 0 || line[0] == '#')
                continue;
            if (line[0] == '[' && line[^1] == ']')
            {
                section = line[1..^1];
                if (!known.Contains(section, StringComparer.Ordinal))
                    throw new ContentException(path, number, $"unknown section '{section}'");
                continue;
            }
            if (section is null)
                throw new ContentException(path, number, "a line stands before the first section");
            foreach (var entry in line.Split(',', StringSplitOptions.TrimEntries | StringSplitOptions.RemoveEmptyEntries))
                yield return (section, entry);
        }
    }

    private static FrozenSet<string> Single(IEnumerable<string> entries) => entries.Select(FoldedText.Fold).ToFrozenSet(StringComparer.Ordinal);

    private static IReadOnlyList<string[]> Phrases(IEnumerable<string> entries) =>
        [.. entries.Select(e => FoldedText.Fold(e).Split(' ', StringSplitOptions.RemoveEmptyEntries)).OrderByDescending(p => p.Length)];
}
