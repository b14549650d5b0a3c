using RemedyBot.Storage.Slots;

namespace RemedyBot.Storage.Codes;

/// <summary>An opened code row: the key that Argon2id made of the digits, and when the code dies by itself.</summary>
internal sealed record CodeRow(byte[] Key, SlotValue Stored, DateTimeOffset? Until)
{
    public override string ToString() => nameof(CodeRow);
}
