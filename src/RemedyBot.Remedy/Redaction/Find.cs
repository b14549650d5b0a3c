namespace RemedyBot.Remedy.Redaction;

/// <summary>Something in a person's words that could tell who someone is, and each place where it stands.</summary>
public sealed record Find(FindKind Kind, string Text, IReadOnlyList<TextSpan> Spans)
{
    /// <summary>Hides what was found.</summary>
    public override string ToString() => nameof(Find);
}
