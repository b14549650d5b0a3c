namespace RemedyBot.Handoff.Delivery;

/// <summary>One line of the outbox: nothing of the case.</summary>
/// <param name="Key">The handoff's reference, and for an answer also which one; <see cref="Unreadable"/> where that cannot be read.</param>
/// <param name="Due">When it is tried next; of a dead letter, when it died.</param>
/// <param name="Dead">Why nobody tries any more, one of <see cref="Reasons"/>; null while it is under way.</param>
public sealed record ListedParcel(string Key, string Recipient, ParcelForm? Form, int Attempts, DateTimeOffset Due, string? Dead)
{
    public const string Unreadable = "?";

    /// <summary>Why the last attempt failed, one of <see cref="Reasons"/>; null before one has.</summary>
    public string? Last { get; init; }

    /// <summary>Somebody is sending it right now.</summary>
    public bool Sending { get; init; }
}
