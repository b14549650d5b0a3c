namespace RemedyBot.Remedy.Triage;

/// <summary>How urgent a case is, and every rule that said so, in the order of the table.</summary>
/// <param name="Reasons">`mod:ID`, then `leaf:LEAF`, then `cleared:SIGNAL`; never empty.</param>
public sealed record Assessment(UrgencyLevel Level, IReadOnlyList<string> Reasons);
