namespace RemedyBot.Storage.Sealing;

/// <summary>Pads JSON with trailing spaces inside a JWE, so that what is stored has one of few sizes.</summary>
public static class JwePadding
{
    /// <param name="json">The UTF-8 JSON to seal.</param>
    /// <param name="seal">Makes the compact JWE of what it is given; called more than once.</param>
    /// <param name="beside">Characters stored in the same body besides this JWE.</param>
    public static string Seal(ReadOnlySpan<byte> json, Func<byte[], string> seal, int beside = 0) => throw new InvalidOperationException();
}
