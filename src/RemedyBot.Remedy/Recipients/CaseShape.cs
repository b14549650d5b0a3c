namespace RemedyBot.Remedy.Recipients;

/// <summary>What decides who can take a case.</summary>
/// <param name="Leaves">The harms chosen.</param>
/// <param name="Language">BCP 47, the language spoken.</param>
/// <param name="AgeBand">Null where it was not told.</param>
/// <param name="Relations">How the person who did it stands to the person concerned.</param>
public sealed record CaseShape(string? Country, IReadOnlyList<string> Leaves, string Language, string? AgeBand, IReadOnlyList<string> Relations)
{
    public override string ToString() => nameof(CaseShape);
}
