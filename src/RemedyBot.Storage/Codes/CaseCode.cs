using System.Globalization;
using System.Security.Cryptography;
using System.Text;

namespace RemedyBot.Storage.Codes;

/// <summary>A case code: lookup, 19 secret digits, one check digit. Zeroed when disposed.</summary>
public sealed class CaseCode : IDisposable
{
    public const int ShortLookup = 5;
    public const int LongLookup = 10;
    public const int SecretLength = 19;

    private const int Group = 5;

    // More digits than a phone number has, and hardly anything else.
    private const int LeastMeant = 16;
    private const int MostMistaken = 3;

    private readonly byte[] _digits;

    private CaseCode(byte[] digits) => _digits = digits;

    /// <summary>The lookup's digits; names a row, opens nothing.</summary>
    public string Lookup => Write(_digits.AsSpan(0, LookupLength));

    internal bool CheckHolds => Damm.Holds(_digits);

    /// <summary>The row's number: long lookups stand above all short ones.</summary>
    internal long RowId => RowIdOf(Lookup);

    private int LookupLength => _digits.Length - SecretLength - 1;

    /// <summary>Reads what a person typed: digits of any script; spaces, hyphens and invisible marks do not count, nor words around a code whose check digit holds. Null when it cannot be a code.</summary>
    public static CaseCode? Read(string typed) => Whole(typed) ?? Among(typed);

    private static CaseCode? Whole(string typed)
    {
        var digits = new byte[LongLookup + SecretLength + 1];
        var count = 0;
        foreach (var rune in typed.EnumerateRunes())
        {
            if (IsBetween(rune))
                continue;
            var value = Rune.GetUnicodeCategory(rune) == UnicodeCategory.DecimalDigitNumber ? (int)Rune.GetNumericValue(rune) : -1;
            if (value < 0 || count == digits.Length)
                return null;
            digits[count++] = (byte)value;
        }

        return count is ShortLookup + SecretLength + 1 or LongLookup + SecretLength + 1 ? new CaseCode(digits[..count]) : null;
    }

    private static CaseCode? Among(string words)
    {
        var run = new StringBuilder();
        foreach (var rune in words.EnumerateRunes().Append(new Rune('.')))
        {
            if (Rune.GetUnicodeCategory(rune) == UnicodeCategory.DecimalDigitNumber || IsBetween(rune))
            {
                run.Append(rune);
                continue;
            }
            if (run.Length > SecretLength && Whole(run.ToString()) is { } code)
            {
                if (code.CheckHolds)
                    return code;
                code.Dispose();
            }
            run.Clear();
        }
        return null;
    }

    // Nearly every message is words with hardly a digit: those are not looked through.
    private static bool Holds(string words, int digits)
    {
        using var code = digits > ShortLookup + SecretLength ? Among(words) : null;
        return code is not null;
    }

    /// <summary>Whether a code was meant, though digits may be missing, doubled or mistaken for letters: it is answered as a wrong one then.</summary>
    public static bool IsMeant(string typed) => IsMeant(typed, LeastMeant);

    /// <summary>The same where a code is asked for: there a few digits are one that was not typed to its end, and take as long as any wrong one.</summary>
    public static bool IsTried(string typed) => IsMeant(typed, 1);

    /// <summary>A code, or one with a digit too few or too many and nothing beside it.</summary>
    public static bool IsNear(string typed) =>
        Count(typed) is var (digits, others)
        && ((others == 0 && new[] { ShortLookup, LongLookup }.Any(lookup => Math.Abs(digits - lookup - SecretLength - 1) <= 1)) || Holds(typed, digits));

    private static bool IsMeant(string typed, int least) => Count(typed) is var (digits, others) && digits >= least && (others <= MostMistaken || Holds(typed, digits));

    private static (int Digits, int Others) Count(string typed)
    {
        var digits = 0;
        var others = 0;
        foreach (var rune in typed.EnumerateRunes())
        {
            if (Rune.GetUnicodeCategory(rune) == UnicodeCategory.DecimalDigitNumber)
                digits++;
            else if (!IsBetween(rune))
                others++;
        }

        return (digits, others);
    }

    /// <summary>Western digits in groups of five, as shown to the person once.</summary>
    public string ToDisplay() => string.Join(' ', _digits.Chunk(Group).Select(group => Write(group)));

    public void Dispose() => CryptographicOperations.ZeroMemory(_digits);

    public override string ToString() => nameof(CaseCode);

    internal static CaseCode From(ReadOnlySpan<byte> lookup, ReadOnlySpan<byte> secret)
    {
        var digits = new byte[lookup.Length + secret.Length + 1];
        lookup.CopyTo(digits);
        secret.CopyTo(digits.AsSpan(lookup.Length));
        digits[^1] = Damm.CheckDigit(digits.AsSpan(0, digits.Length - 1));
        return new CaseCode(digits);
    }

    internal static long RowIdOf(string lookup) =>
        long.Parse(lookup, NumberStyles.None, CultureInfo.InvariantCulture) + (lookup.Length == LongLookup ? 100_000 : 0);

    /// <summary>The 19 digits as ASCII, for Argon2id; the caller zeroes them.</summary>
    internal byte[] Secret() => Ascii(_digits.AsSpan(LookupLength, SecretLength));

    /// <summary>All digits as ASCII; the caller zeroes them.</summary>
    internal byte[] Whole() => Ascii(_digits);

    private static byte[] Ascii(ReadOnlySpan<byte> digits)
    {
        var ascii = new byte[digits.Length];
        for (var i = 0; i < digits.Length; i++)
            ascii[i] = (byte)('0' + digits[i]);
        return ascii;
    }

    private static string Write(ReadOnlySpan<byte> digits) => Encoding.ASCII.GetString(Ascii(digits));

    private static bool IsBetween(Rune rune) =>
        Rune.IsWhiteSpace(rune) || rune.Value == 0x2212
        || Rune.GetUnicodeCategory(rune) is UnicodeCategory.DashPunctuation or UnicodeCategory.Format;
}
