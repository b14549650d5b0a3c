namespace RemedyBot.Storage.Mailboxes;

/// <summary>A letter to be put into a box.</summary>
/// <param name="Box">The box id, 16 bytes.</param>
/// <param name="Jwe">Compact JWE to the box key, ASCII; best padded by <see cref="Sealing.JwePadding"/>.</param>
/// <param name="LastDay">The last UTC day on which the letter may still lie there unread.</param>
public sealed record LetterDraft(ReadOnlyMemory<byte> Box, string Jwe, DateOnly LastDay)
{
    /// <summary>Whoever said yes to it is told that it lies there (<see cref="Outbox.RingDraft"/>).</summary>
    public bool Rings { get; init; }

    public override string ToString() => nameof(LetterDraft);
}
