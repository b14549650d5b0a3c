using System.Globalization;

namespace RemedyBot.Localization.Dates;

/// <summary>A year, month or day.</summary>
internal sealed record DatePoint(int Year, int? Month = null, int? Day = null)
{
    public const int FirstYear = 1900;
    public const int LastYear = 2100;

    public bool IsReal =>
        Year is >= FirstYear and <= LastYear && Month is null or >= 1 and <= 12
        && (Day is null || (Month is { } month && Day >= 1 && Year is >= FirstYear and <= LastYear && Day <= DateTime.DaysInMonth(Year, month)));

    public string FirstMonth => Edtf.Month(Year, Month ?? 1);

    public string LastMonth => Edtf.Month(Year, Month ?? 12);

    public static DatePoint Of(DateOnly day) => new(day.Year, day.Month, day.Day);

    public string Plain => Month is not { } month ? Edtf.Year(Year)
        : Day is { } day ? string.Create(CultureInfo.InvariantCulture, $"{Year:D4}-{month:D2}-{day:D2}")
        : Edtf.Month(Year, month);
}
