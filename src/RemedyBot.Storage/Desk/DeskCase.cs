namespace RemedyBot.Storage.Desk;

/// <summary>One row of the desk, still sealed to the desk key.</summary>
public sealed record DeskCase(string Head, string Body, DateOnly LastDay)
{
    internal byte[] Tag { get; init; } = [];

    public override string ToString() => nameof(DeskCase);
}
