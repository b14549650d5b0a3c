namespace RemedyBot.Remedy.Recipients;

/// <summary>A card as it stands in the file.</summary>
/// <param name="Line">From 1.</param>
/// <param name="Column">Where the card's keys begin, from 1.</param>
public sealed record WrittenCard(string Id, int Line, int Column)
{
    /// <summary>Null where it cannot be used; <see cref="Problem"/> says why.</summary>
    public HelpCard? Card { get; init; }

    public string? Problem { get; init; }

    /// <summary>A documented example, which is never offered.</summary>
    public bool Example { get; init; }

    /// <summary>What a signature is made over: everything but the signature itself, in one order and one way of writing.</summary>
    public byte[] Content { get; init; } = [];

    /// <summary>Detached JWS; null while nobody signed it.</summary>
    public string? Signature { get; init; }

    /// <summary>The line of the signature, where there is one.</summary>
    public int? SignatureLine { get; init; }
}
