namespace RemedyBot.Turns;

/// <summary>A letter as the person's own state keeps it.</summary>
public sealed record LetterRead(DateOnly Day, string State, string? Text)
{
    /// <summary>At which return of the person it was shown first; null while it was not.</summary>
    public int? ShownAt { get; init; }

    /// <summary>An earlier return showed it.</summary>
    public bool IsOld(int returns) => ShownAt < returns;

    /// <summary>A file was with it, which is not taken.</summary>
    public bool FileLeftOut { get; init; }

    /// <summary>Which it was of all letters, in the order in which they were read here.</summary>
    public int Order { get; init; }

    public override string ToString() => nameof(LetterRead);
}
