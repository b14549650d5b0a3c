using System.Buffers;
using RemedyBot.Storage.Sealing;

namespace RemedyBot.Handoff.Consent;

/// <summary>
/// The name of one handoff: `RB-` and 10 base-32 characters, 50 random bits. Each recipient gets another one, so that two of them
/// cannot put their copies side by side; it is also the `id` inside the projection.
/// </summary>
public static class HandoffReference
{
    private const string Alphabet = "ABCDEFGHIJKLMNOPQRSTUVWXYZ234567";
    private static readonly SearchValues<char> Known = SearchValues.Create(Alphabet);
    private const string Prefix = "RB-";
    private const int Characters = 10;

    public static string New(IRandomness random)
    {
        Span<byte> bytes = stackalloc byte[Characters];
        random.Fill(bytes);
        Span<char> text = stackalloc char[Characters];
        for (var i = 0; i < Characters; i++)
            text[i] = Alphabet[bytes[i] & 31];
        return string.Concat(Prefix, text);
    }

    public static bool IsOne(string text) =>
        text.Length == Prefix.Length + Characters
        && text.StartsWith(Prefix, StringComparison.Ordinal)
        && !text.AsSpan(Prefix.Length).ContainsAnyExcept(Known);
}
