namespace RemedyBot.Handoff.Desk;

/// <summary>One line of the list.</summary>
/// <param name="Head">Null where this worker's key does not open it: only the reference and the last day are known then.</param>
public sealed record ListedCase(string Ref, DeskHead? Head, DateOnly Expires)
{
    public override string ToString() => nameof(ListedCase);
}
