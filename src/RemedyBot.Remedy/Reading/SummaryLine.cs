namespace RemedyBot.Remedy.Reading;

/// <summary>One line of a summary as people read it.</summary>
/// <param name="Path">JSON Pointer of the first value, with item numbers.</param>
/// <param name="Group">The consent group it leaves with.</param>
/// <param name="LabelKey">Catalog key of what it is.</param>
public sealed record SummaryLine(string Path, string Group, string LabelKey, IReadOnlyList<ValuePart> Values)
{
    /// <summary>Hides what was said.</summary>
    public override string ToString() => LabelKey;
}
