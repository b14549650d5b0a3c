using RemedyBot.Localization.Checks;
using RemedyBot.Localization.Plurals;

namespace RemedyBot.Localization.Catalogs;

/// <summary>One PO file as read. With a finding of severity error its entries are not used.</summary>
internal sealed class PoFile(string path, PoEntry? header, IReadOnlyList<PoEntry> entries, IReadOnlyList<Finding> findings)
{
    public string Path { get; } = path;

    public PoEntry? Header { get; } = header;

    /// <summary>Without the header and without obsolete entries.</summary>
    public IReadOnlyList<PoEntry> Entries { get; } = entries;

    public IReadOnlyList<Finding> Findings { get; } = findings;

    public bool IsReadable => !Findings.Any(f => f.Severity == Severity.Error);

    public PluralRule? Plural => PluralRule.Parse(Field("Plural-Forms"));

    public string? Field(string name)
    {
        foreach (var line in (Header is null ? "" : Header.Strings[0]).Split('\n'))
        {
            if (line.StartsWith(name, StringComparison.OrdinalIgnoreCase) && line.Length > name.Length && line[name.Length] == ':')
                return line[(name.Length + 1)..].Trim();
        }

        return null;
    }
}
