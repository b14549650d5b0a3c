using System.Globalization;

namespace RemedyBot.Remedy.Cases;

/// <summary>The first and last day that an uncertain date (EDTF level 1) may mean.</summary>
public readonly record struct EdtfSpan(DateOnly First, DateOnly Last)
{
    /// <summary>Null where the text is no such date.</summary>
    public static EdtfSpan? Of(string edtf)
    {
        var parts = edtf.Split('/');
        if (parts.Length > 2)
            return null;
        if (parts.Length == 1)
            return Single(parts[0]);
        var from = parts[0] == ".." ? null : Single(parts[0]);
        var to = parts[1] == ".." ? null : Single(parts[1]);
        return (from, to) switch
        {
            ({ } a, { } b) => new EdtfSpan(a.First, b.Last),
            ({ } a, null) => parts[1] == ".." ? new EdtfSpan(a.First, DateOnly.MaxValue) : null,
            (null, { } b) => parts[0] == ".." ? new EdtfSpan(b.First, b.Last) : null,
            _ => null,
        };
    }

    private static EdtfSpan? Single(string text)
    {
        var fields = text.TrimEnd('?', '~', '%').Split('-');
        if (fields.Length > 3 || !Number(fields[0], out var year) || year is < 1 or > 9998)
            return null;
        if (fields.Length == 1 || fields[1] == "XX")
            return new EdtfSpan(new DateOnly(year, 1, 1), new DateOnly(year, 12, 31));
        if (!Number(fields[1], out var month))
            return null;
        if (month is >= 21 and <= 24)
            return Season(year, month - 21);
        if (month is < 1 or > 12)
            return null;
        var days = DateTime.DaysInMonth(year, month);
        if (fields.Length == 2 || fields[2] == "XX")
            return new EdtfSpan(new DateOnly(year, month, 1), new DateOnly(year, month, days));
        return Number(fields[2], out var day) && day >= 1 && day <= days
            ? new EdtfSpan(new DateOnly(year, month, day), new DateOnly(year, month, day))
            : null;
    }

    /// <summary>A season's months differ between the hemispheres: it may mean any day of the year.</summary>
    private static EdtfSpan? Season(int year, int season) =>
        season is >= 0 and <= 3 ? new EdtfSpan(new DateOnly(year, 1, 1), new DateOnly(year, 12, 31)) : null;

    private static bool Number(string text, out int value) =>
        int.TryParse(text, NumberStyles.None, CultureInfo.InvariantCulture, out value);
}
