using System.Security.Cryptography;
using System.Text;
using RemedyBot.Storage.Sealing;

namespace RemedyBot.Handoff.Desk;

/// <summary>
/// The one-time word that `serve` prints while no desk is set up. Coming from loopback proves nothing behind a proxy; reading the
/// server's own output does.
/// </summary>
public sealed class SetupWord(IRandomness random)
{
    private const string Alphabet = "abcdefghjkmnpqrstuvwxyz23456789";
    private const int Characters = 20;
    private const int Group = 5;

    /// <summary>Four groups of five letters and digits; 99 bits.</summary>
    public string Text { get; } = Draw(random);

    public bool Matches(string typed)
    {
        var plain = new string([.. typed.ToLowerInvariant().Where(char.IsLetterOrDigit)]);
        var own = Text.Replace("-", "", StringComparison.Ordinal);
        return CryptographicOperations.FixedTimeEquals(Encoding.UTF8.GetBytes(plain), Encoding.UTF8.GetBytes(own));
    }

    private static string Draw(IRandomness random)
    {
        var text = new StringBuilder();
        Span<byte> one = stackalloc byte[1];
        while (text.Length < Characters)
        {
            random.Fill(one);
            // Bytes beyond the last whole round of the alphabet would make its first letters likelier.
            if (one[0] < 256 / Alphabet.Length * Alphabet.Length)
                text.Append(Alphabet[one[0] % Alphabet.Length]);
        }

        return string.Join('-', text.ToString().Chunk(Group).Select(chunk => new string(chunk)));
    }
}
