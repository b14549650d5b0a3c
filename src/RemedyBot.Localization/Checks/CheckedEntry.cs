using RemedyBot.Localization.Catalogs;
using RemedyBot.Localization.Negotiation;

namespace RemedyBot.Localization.Checks;

/// <summary>One translation beside its source, as the checks see it.</summary>
internal sealed record CheckedEntry(Language Language, string File, PoEntry Entry, SourceText Source)
{
    public IEnumerable<string> Written => Entry.Strings.Where(s => s.Length > 0);

    public Finding Finding(string id, Severity severity, string message) =>
        new(id, Raise(id, severity, Source), File, Entry.Line, message, Source.Key, Language.Tag);

    /// <summary>In critical texts a warning about placeholders, plurals, lengths or safety blocks.</summary>
    public static Severity Raise(string id, Severity severity, SourceText source) =>
        severity == Severity.Warning && source.Critical && (id[0] is 'P' or 'L' or 'C' or 'X') ? Severity.Error : severity;
}
