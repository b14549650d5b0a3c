namespace RemedyBot.Handoff.Consent;

/// <summary>What exactly was said yes to, and by whom.</summary>
/// <param name="Instance">The name or address of this server, as its public keys are published.</param>
/// <param name="Groups">Field groups, g1 to g13.</param>
/// <param name="By">self, guardian or representative.</param>
/// <param name="Day">The UTC day of the yes; a time of day could endanger.</param>
/// <param name="Expires">The first day on which the recipient's copy at the desk must be gone.</param>
/// <param name="TextVersion">Which wording of the question was answered.</param>
public sealed record ConsentTerms(
    string Instance, IReadOnlyList<string> Groups, string Purpose, string By, DateOnly Day, DateOnly Expires, string TextVersion)
{
    /// <summary>When the person asked for a talk; null where the consent is for a case.</summary>
    public DateTimeOffset? Talk { get; init; }
}
