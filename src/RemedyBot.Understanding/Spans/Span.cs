namespace RemedyBot.Understanding.Spans;

/// <summary>A piece of a message worth asking about.</summary>
public enum SpanKind
{
    /// <summary>An account's name: "@name".</summary>
    Handle,

    /// <summary>An address of a page.</summary>
    Link,

    /// <summary>A sum of money.</summary>
    Amount,
}

/// <param name="Text">As it was written.</param>
public readonly record struct Span(SpanKind Kind, string Text)
{
    /// <summary>Hides what was written.</summary>
    public override string ToString() => nameof(Span);
}
