namespace RemedyBot.Storage.Sealing;

/// <summary>Pads JSON with trailing spaces inside a JWE, so that what is stored has one of few sizes.</summary>
public static class JwePadding
{
    /// <param name="json">The UTF-8 JSON to seal.</param>
    /// <param name="seal">Makes the compact JWE of what it is given; called more than once.</param>
    /// <param name="beside">Characters stored in the same body besides this JWE.</param>
    public static string Seal(ReadOnlySpan<byte> json, Func<byte[], string> seal, int beside = 0)
    {
        var bare = seal(json.ToArray());
        var target = Frame.RoundUp(bare.Length + beside, overhead: 0) - beside;
        // Base64url makes four characters of three bytes; its rounding can cost a few bytes at most.
        for (var spaces = (target - bare.Length) * 3 / 4; spaces > 0; spaces--)
        {
            var padded = new byte[json.Length + spaces];
            json.CopyTo(padded);
            padded.AsSpan(json.Length).Fill((byte)' ');
            var sealedText = seal(padded);
            if (sealedText.Length <= target)
                return sealedText;
        }

        return bare;
    }
}
