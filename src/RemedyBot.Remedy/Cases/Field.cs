namespace RemedyBot.Remedy.Cases;

/// <summary>One field of the summary, as the schema describes it.</summary>
/// <param name="Path">JSON Pointer; `-` stands for any item of a list.</param>
/// <param name="Group">g1 to g13, envelope, consent or never.</param>
/// <param name="Sensitivity">0 public to 3 special-category or dangerous in the wrong hands.</param>
/// <param name="Type">string, boolean, integer, or the name of a type in the schema's `$defs` (`b3`, `role`, `date`).</param>
/// <param name="Values">The closed list of values; empty where any is allowed.</param>
/// <param name="IsList">A list of plain values.</param>
public sealed record Field(
    string Path, string Group, int Sensitivity, string Type, IReadOnlyList<string> Values, bool IsList, int? MaxLength, string? Pattern);
