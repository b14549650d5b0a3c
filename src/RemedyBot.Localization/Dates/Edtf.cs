using System.Globalization;

namespace RemedyBot.Localization.Dates;

/// <summary>The dates of a case summary: a day, month or year, <c>2026-03?</c>, <c>2026-03~</c>, <c>2026-03-XX</c>, <c>2026-02/2026-05</c>, <c>../2026-05</c>.</summary>
public static class Edtf
{
    /// <summary>Exactly those forms, with days that exist and spans that do not run backwards.</summary>
    public static bool IsValid(string? text) => text switch
    {
        null => false,
        { Length: 4 } => IsYear(text),
        { Length: 7 } => IsMonth(text),
        { Length: 8 } => text[7] is '?' or '~' && IsMonth(text[..7]),
        { Length: 10 } => text.StartsWith("../", StringComparison.Ordinal) ? IsMonth(text[3..])
            : text.EndsWith("-XX", StringComparison.Ordinal) ? IsMonth(text[..7])
            : IsDay(text),
        { Length: 15 } => text[7] == '/' && IsMonth(text[..7]) && IsMonth(text[8..]) && string.CompareOrdinal(text, 0, text, 8, 7) <= 0,
        _ => false,
    };

    /// <summary>How sure a valid text is by itself.</summary>
    public static Certainty CertaintyOf(string edtf) =>
        edtf.EndsWith('?') ? Certainty.Guess : edtf.AsSpan().IndexOfAny("~X/") >= 0 ? Certainty.About : Certainty.Exact;

    /// <summary>The first day that a valid text may mean; null where it has no beginning.</summary>
    internal static DateOnly? FirstDay(string edtf)
    {
        if (edtf.StartsWith("..", StringComparison.Ordinal))
            return null;
        int At(int start, int length) => edtf.Length >= start + length && int.TryParse(edtf.AsSpan(start, length), NumberStyles.None, CultureInfo.InvariantCulture, out var part) ? part : 1;
        return new(At(0, 4), At(5, 2), edtf.Length == 10 ? At(8, 2) : 1);
    }

    internal static string Day(DateOnly day) => day.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture);

    internal static string Month(int year, int month) => string.Create(CultureInfo.InvariantCulture, $"{year:D4}-{month:D2}");

    internal static string Year(int year) => year.ToString("D4", CultureInfo.InvariantCulture);

    private static bool IsYear(string text) => text.All(char.IsAsciiDigit) && text != "0000";

    private static bool IsMonth(string text) =>
        IsYear(text[..4]) && text[4] == '-' && text[5..] is (['0', >= '1' and <= '9'] or ['1', >= '0' and <= '2']);

    private static bool IsDay(string text) =>
        DateOnly.TryParseExact(text, "yyyy-MM-dd", CultureInfo.InvariantCulture, DateTimeStyles.None, out _);
}
