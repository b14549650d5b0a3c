using System.Globalization;

namespace RemedyBot.Localization.Dates;

/// <summary>Years of the Hijri calendar, as the months of the Gregorian one that they cover.</summary>
internal static class HijriYear
{
    // What the calendar of Umm al-Qura knows; a year before it is no year of a life.
    private const int First = 1318;
    private const int Last = 1500;

    private static readonly UmAlQuraCalendar Calendar = new();

    /// <returns>Null where four digits are no such year.</returns>
    public static int? Read(string digits) =>
        digits.Length == 4 && int.TryParse(digits, NumberStyles.None, CultureInfo.InvariantCulture, out var year) && year is >= First and <= Last ? year : null;

    public static DateSpan Span(int year)
    {
        var first = DateOnly.FromDateTime(Calendar.ToDateTime(year, 1, 1, 0, 0, 0, 0));
        var last = DateOnly.FromDateTime(Calendar.ToDateTime(year, 12, Calendar.GetDaysInMonth(year, 12), 0, 0, 0, 0));
        return new DateSpan(new DatePoint(first.Year, first.Month), new DatePoint(last.Year, last.Month), IsVague: true);
    }

    /// <summary>Whether a text has letters or digits of Arabic; those of Persian count the years otherwise.</summary>
    public static bool IsArabic(string text) => text.Any(c => c is >= '\u0620' and <= '\u0669') && !text.Any(c => c is >= '\u06F0' and <= '\u06F9');
}
