namespace RemedyBot.Handoff.Delivery;

/// <summary>What staff said to the person at one time.</summary>
/// <param name="Words">Plain text; empty where there was only a file.</param>
/// <param name="FileLeftOut">A file, or more text than is taken, was with it and does not come along: the person is told.</param>
public sealed record Reply(string Words, bool FileLeftOut)
{
    public override string ToString() => nameof(Reply);
}
