namespace RemedyBot.Turns;

/// <summary>What a human wrote to the person, in a talk.</summary>
/// <param name="Name">Of the place they write from.</param>
/// <param name="Ref">Of the talk.</param>
public sealed record HumanWords(string Name, string Ref, string Text)
{
    public override string ToString() => nameof(HumanWords);
}
