using System.Security.Cryptography;
using System.Text;
using RemedyBot.Handoff.Sealing;

namespace RemedyBot.Handoff.Desk;

/// <summary>The word a worker signs in with; not a real name.</summary>
internal static class SignInWord
{
    internal const int Longest = 40;

    internal static string Normalize(string word) => word.Trim().Normalize(NormalizationForm.FormKC).ToLowerInvariant();

    internal static bool IsUsable(string normalized) =>
        normalized.Length is > 0 and <= Longest && normalized.All(c => char.IsLetterOrDigit(c) || c is '-' or '_' or '.' || char.GetUnicodeCategory(c) is System.Globalization.UnicodeCategory.NonSpacingMark or System.Globalization.UnicodeCategory.SpacingCombiningMark);

    /// <summary>The worker's place in the desk file.</summary>
    internal static string RosterKey(string normalized) =>
        Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes("roster\0" + normalized))[..8]);

    internal static string Seal(string normalized, SealingKey key)
    {
        var padded = new byte[Longest * 4];
        padded.AsSpan().Fill((byte)' ');
        Encoding.UTF8.GetBytes(normalized, padded);
        return Envelope.Seal(padded, key, null);
    }

    internal static string? Open(string sealedWord, OpeningKey key) =>
        Envelope.Open(sealedWord, key, null) is { } word ? Encoding.UTF8.GetString(word) : null;
}
