namespace RemedyBot.Storage.Tokens;

public enum TokenStatus
{
    Good,

    /// <summary>Ours, but it ran out.</summary>
    Expired,

    /// <summary>Forged, damaged, of another kind, or its day key is gone.</summary>
    Refused,
}

/// <param name="Token">With <see cref="TokenStatus.Good"/> only.</param>
public sealed record TokenReading(TokenStatus Status, OpenToken? Token);
