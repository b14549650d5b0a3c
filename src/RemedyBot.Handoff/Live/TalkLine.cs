namespace RemedyBot.Handoff.Live;

/// <summary>One thing that was said in a talk, or that happened to it.</summary>
/// <param name="By">The worker's sign-in word; null where it is the person's.</param>
/// <param name="Happened">Null where something was said.</param>
public sealed record TalkLine(string? By, string? Text, TalkEvent? Happened)
{
    public override string ToString() => nameof(TalkLine);
}
