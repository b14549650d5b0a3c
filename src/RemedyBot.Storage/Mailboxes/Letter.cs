namespace RemedyBot.Storage.Mailboxes;

/// <summary>One unread letter as it lies in its box.</summary>
/// <param name="Box">The box id, 16 bytes.</param>
/// <param name="Jwe">Sealed to the box key; opaque here.</param>
public sealed record Letter(ReadOnlyMemory<byte> Box, string Jwe)
{
    internal byte[] Tag { get; init; } = [];

    public override string ToString() => nameof(Letter);
}
