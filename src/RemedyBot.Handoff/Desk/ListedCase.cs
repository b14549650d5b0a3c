namespace RemedyBot.Handoff.Desk;

/// <summary>One line of the list.</summary>
/// <param name="Head">Null where this worker's key does not open it: only the reference and the last day are known then.</param>
public sealed record ListedCase(string Ref, DeskHead? Head, DateOnly Expires)
{
    /// <summary>How often the person has written since.</summary>
    public int Answers { get; init; }

    public override string ToString() => nameof(ListedCase);
}
