using RemedyBot.Localization.Catalogs;

namespace RemedyBot.Localization.Checks;

/// <summary>All checks of this room over sources and translations; the table is in <c>localization/README.md</c>.</summary>
public static class TextChecks
{
    /// <param name="files">Every file under <c>localization/</c>.</param>
    public static IReadOnlyList<Finding> Run(IReadOnlyList<ContentFile> files, IReadOnlyList<SourceText> sources)
    {
        var findings = new List<Finding>();
        var content = new CheckedContent(files, sources, findings);
        findings.AddRange(RegistryChecks.Run(content));
        findings.AddRange(FileChecks.Run(content));
        findings.AddRange(DataChecks.Run(content));
        foreach (var entry in content.Entries())
        {
            findings.AddRange(StateChecks.Run(entry, content));
            if (entry.Entry.IsFuzzy || !PoRules.IsCurrent(entry.Entry, entry.Source))
                continue;
            findings.AddRange(PlaceholderChecks.Run(entry, content));
            findings.AddRange(NumberChecks.Run(entry));
            findings.AddRange(LengthChecks.Run(entry));
            foreach (var text in entry.Written)
                findings.AddRange(WordingChecks.Run(text, entry.Language.Tag, entry.Source, (id, severity, message) => entry.Finding(id, severity, message)));
        }

        findings.AddRange(SignOffChecks.Run(content));
        findings.AddRange(SourceChecks.Run(content));
        findings.AddRange(StepChecks.Run(content));
        findings.AddRange(CommandWordChecks.Run(content));
        return [.. findings.OrderBy(f => f.File, StringComparer.Ordinal).ThenBy(f => f.Line).ThenBy(f => f.Id, StringComparer.Ordinal)];
    }
}
