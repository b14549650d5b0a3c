using System.Buffers.Text;
using RemedyBot.Handoff.Sealing;

namespace RemedyBot.Handoff.Letters;

/// <summary>Where letters that answer one handoff go.</summary>
/// <param name="Id">16 random bytes, base64url.</param>
/// <param name="Key">Public JWK.</param>
public sealed record BoxAddress(string Id, string Key)
{
    public SealingKey? SealingKey() => Sealing.SealingKey.Read(Key);

    public byte[] IdBytes() => Base64Url.DecodeFromChars(Id);
}
