namespace RemedyBot.Remedy.Reading;

/// <summary>One value of a line, still without a language.</summary>
public readonly record struct ValuePart(ValueKind Kind, string Text)
{
    /// <summary>Hides what was said.</summary>
    public override string ToString() => Kind.ToString();
}
