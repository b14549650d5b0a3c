using System.Globalization;

namespace RemedyBot.Remedy.Recipients;

/// <summary>Hours on some days of the week, as in `mon-fri 09:00-17:00`. Where they end before they begin, they go on after midnight.</summary>
/// <param name="Days">0 is Sunday.</param>
/// <param name="Until">Not in it any more; 00:00 is the end of the day.</param>
public sealed record OpenHours(IReadOnlySet<DayOfWeek> Days, TimeOnly From, TimeOnly Until)
{
    private static readonly string[] Names = ["sun", "mon", "tue", "wed", "thu", "fri", "sat"];

    public bool Holds(DayOfWeek day, TimeOnly time) => From < Until
        ? Days.Contains(day) && time >= From && time < Until
        : (Days.Contains(day) && time >= From) || (Days.Contains(Before(day)) && time < Until);

    /// <summary>Null where the text is no such hours.</summary>
    public static OpenHours? Read(string text)
    {
        if (text.Split(' ', StringSplitOptions.RemoveEmptyEntries) is not [var days, var hours] || hours.Split('-') is not [var from, var until])
            return null;
        var known = new HashSet<DayOfWeek>();
        foreach (var span in days.Split(','))
        {
            var ends = span.Split('-').Select(name => Array.IndexOf(Names, name.ToLowerInvariant())).ToArray();
            if (ends.Length > 2 || ends.Contains(-1))
                return null;
            for (var at = ends[0]; ; at = (at + 1) % Names.Length)
            {
                known.Add((DayOfWeek)at);
                if (at == ends[^1])
                    break;
            }
        }

        return Time(from) is { } opens && Time(until is "24:00" ? "00:00" : until) is { } closes && (opens != closes || until is "24:00") ? new(known, opens, closes) : null;
    }

    private static DayOfWeek Before(DayOfWeek day) => (DayOfWeek)(((int)day + Names.Length - 1) % Names.Length);

    private static TimeOnly? Time(string text) =>
        TimeOnly.TryParseExact(text, "HH:mm", CultureInfo.InvariantCulture, DateTimeStyles.None, out var time) ? time : null;
}
