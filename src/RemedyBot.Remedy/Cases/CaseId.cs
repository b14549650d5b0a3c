namespace RemedyBot.Remedy.Cases;

/// <summary>128 random bits as 26 letters and digits (RFC 4648 base32, lower case, no padding). Holds no time and nothing of the person.</summary>
public static class CaseId
{
    private const string Alphabet = "abcdefghijklmnopqrstuvwxyz234567";

    /// <param name="random">16 bytes from the caller's source of randomness.</param>
    public static string From(ReadOnlySpan<byte> random)
    {
        ArgumentOutOfRangeException.ThrowIfNotEqual(random.Length, 16);
        Span<char> text = stackalloc char[26];
        for (var i = 0; i < text.Length; i++)
        {
            var bits = 0;
            for (var b = i * 5; b < (i * 5) + 5; b++)
                bits = (bits << 1) | (b < 128 ? (random[b / 8] >> (7 - (b % 8))) & 1 : 0);
            text[i] = Alphabet[bits];
        }
        return new string(text);
    }

    public static bool IsValid(string text) =>
        text.Length == 26 && text.All(c => Alphabet.Contains(c, StringComparison.Ordinal));

    /// <summary>The first bits of an id as numbers from 0 to 31, one a letter.</summary>
    internal static int LetterAt(string id, int at) => Math.Max(0, Alphabet.IndexOf(id[at], StringComparison.Ordinal));
}
