namespace RemedyBot.Storage.Desk;

/// <summary>One row of the desk, still sealed to the desk key.</summary>
public sealed record DeskCase(string Head, string Body, DateOnly LastDay)
{
    internal long Id { get; init; }

    internal byte[] Tag { get; init; } = [];

    internal int Parts { get; init; }

    public override string ToString() => nameof(DeskCase);
}
