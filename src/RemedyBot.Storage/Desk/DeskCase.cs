namespace RemedyBot.Storage.Desk;

/// <summary>One row of the desk, still sealed to the desk key.</summary>
public sealed record DeskCase(string Head, string Body, DateOnly LastDay)
{
    /// <summary>Another one each time the row is written.</summary>
    public string Version => Convert.ToHexString(Tag);

    internal byte[] Tag { get; init; } = [];

    public override string ToString() => nameof(DeskCase);
}
