namespace RemedyBot.Storage.Mailboxes;

/// <summary>A letter to be put into a box.</summary>
/// <param name="Box">The box id, 16 bytes.</param>
/// <param name="Jwe">Compact JWE to the box key, ASCII; best padded by <see cref="Sealing.JwePadding"/>.</param>
/// <param name="LastDay">The last UTC day on which the letter may still lie there unread.</param>
public sealed record LetterDraft(ReadOnlyMemory<byte> Box, string Jwe, DateOnly LastDay)
{
    public override string ToString() => nameof(LetterDraft);
}
