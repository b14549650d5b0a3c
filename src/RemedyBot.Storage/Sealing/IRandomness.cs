namespace RemedyBot.Storage.Sealing;

/// <summary>Where keys, nonces, ids and codes come from.</summary>
public interface IRandomness
{
    void Fill(Span<byte> bytes);
}
