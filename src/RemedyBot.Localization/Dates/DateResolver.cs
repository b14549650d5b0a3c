namespace RemedyBot.Localization.Dates;

/// <summary>Turns what was said about a point in time into a date, counted from today.</summary>
/// <param name="isSouth">Null where it is not known in which half of the year a season falls.</param>
internal sealed class DateResolver(DateOnly today, bool ahead, bool? isSouth)
{
    private const int MaxAmount = 1200;

    // "Months ago"
    private const int Several = 3;

    public DateSpan? Resolve(DateBag bag)
    {
        if (bag.IsCrowded)
            return null;
        if (bag.Hijri is { } hijri)
            return bag is { Month: null, Year: null, Numeric: null, Number: null } ? HijriYear.Span(hijri) : null;
        if (bag.Numeric is { } readings)
            return Readings(readings);
        if (bag.Offset is { } offset && bag.Month is null && bag.Year is null)
            return new DateSpan(DatePoint.Of(today.AddDays(offset))) { IsAhead = offset > 0 };
        if (bag.Month is { } month)
            return Month(bag, month);
        if (bag.Season is { } season)
            return Season(bag, season);
        if (bag.Weekday is { } weekday && bag.Year is null)
            return Weekday(bag, weekday);
        return (bag.Unit is not null || bag.Pair is not null) && bag.Year is null ? Units(bag) : Year(bag);
    }

    // Two readings (3/4 in English) span both months; whoever reads the case sees that it is not certain.
    private static DateSpan? Readings(IReadOnlyList<DatePoint> readings)
    {
        if (readings.Count < 2)
            return readings.Count == 0 ? null : new DateSpan(readings[0]);
        var ordered = readings.OrderBy(r => r.FirstMonth, StringComparer.Ordinal).ToList();
        return new DateSpan(ordered[0], ordered[^1], IsVague: true);
    }

    private DateSpan? Month(DateBag bag, int month)
    {
        var given = Stated(bag);
        var day = bag.Unit is null or DateUnit.Day or DateUnit.Year or DateUnit.Month ? bag.Number : null;
        var year = given;
        if (day is > 31 and < 100 && bag.SecondNumber is null && year is null)
            (day, year) = (null, 2000 + (day % 100));
        if (bag.SecondNumber is { } second)
        {
            // "5 March 26" has a year; of "3 or 4 May" only the month is sure.
            if (year is null && second is >= 20 and < 100 && day is >= 1 and <= 31)
                year = 2000 + second;
            else
                return Month(bag.WithoutNumbers(), month);
        }

        if (day is < 1 or > 31)
            return null;
        if (year is { } said)
            return Real(new DatePoint(said, month, day), bag, true);
        // "last March" said in March is a year ago.
        var strictly = bag.Is(DateSense.Last) || bag.Is(DateSense.Next);
        var forward = bag.Is(DateSense.Next) || (ahead && !bag.Is(DateSense.Last));
        for (var back = 0; back <= 8; back++)
        {
            var point = new DatePoint(today.Year + (forward ? back : -back), month, day);
            if (point.IsReal && Fits(point, forward, strictly))
                return Real(point, bag, false);
        }

        return null;
    }

    private static DateSpan? Real(DatePoint point, DateBag bag, bool given) => !point.IsReal ? null
        : new DateSpan(point, Somewhere: point.Day is null && (bag.IsUnsureOfDay || bag.Is(DateSense.Early | DateSense.Mid | DateSense.Late)), YearGiven: given);

    private bool Fits(DatePoint point, bool forward, bool strictly)
    {
        var mine = (point.Year * 10000) + (point.Month!.Value * 100) + (point.Day ?? 0);
        var now = (today.Year * 10000) + (today.Month * 100) + (point.Day is null ? 0 : today.Day);
        return forward ? mine > now || (!strictly && mine == now) : mine < now || (!strictly && mine == now);
    }

    private int? Stated(DateBag bag) => bag.Year ?? (bag.Unit is DateUnit.Year && bag.Number is null
        ? bag.Is(DateSense.Last) ? today.Year - 1 : bag.Is(DateSense.Next) ? today.Year + 1 : bag.Is(DateSense.This) ? today.Year : null
        : null);

    private DateSpan Season(DateBag bag, int season) =>
        isSouth is { } south ? Season(bag, season, south) : Season(bag, season, false).Or(Season(bag, season, true));

    private DateSpan Season(DateBag bag, int season, bool south)
    {
        var first = (season, south) switch
        {
            (0, false) or (2, true) => 3,
            (1, false) or (3, true) => 6,
            (2, false) or (0, true) => 9,
            _ => 12,
        };
        DateSpan In(int year) => new(new DatePoint(year, first), first == 12 ? new DatePoint(year + 1, 2) : new DatePoint(year, first + 2), IsVague: true);
        if (Stated(bag) is { } said)
            return south && first == 12 ? SummerOf(In(said - 1), In(said)) : In(said);
        if (bag.Is(DateSense.Next) || (ahead && !bag.Is(DateSense.Last)))
            return In(today.Month < first ? today.Year : today.Year + 1);
        // Under way or over: the latest that has begun; "last" the latest that is over.
        var months = ((today.Year * 12) + today.Month) - ((today.Year * 12) + first);
        var year = months >= (bag.Is(DateSense.Last) ? 3 : 0) ? today.Year : today.Year - 1;
        return In(bag.Is(DateSense.Last) && first == 12 && today.Month <= 2 ? today.Year - 2 : year);
    }

    // In the south "summer 2024" is the one that ended in 2024 as often as the one that began in it.
    private DateSpan SummerOf(DateSpan ended, DateSpan begun) =>
        !ahead && string.CompareOrdinal(begun.From.FirstMonth, DatePoint.Of(today).FirstMonth) > 0 ? ended : ended.Or(begun);

    private DateSpan Weekday(DateBag bag, int weekday)
    {
        var now = ((int)today.DayOfWeek + 6) % 7;
        var back = ((now - weekday + 6) % 7) + 1;
        return bag.Is(DateSense.Next) || (ahead && !bag.Is(DateSense.Last))
            ? new DateSpan(DatePoint.Of(today.AddDays(((weekday - now + 6) % 7) + 1)))
            : new DateSpan(DatePoint.Of(today.AddDays(-back)));
    }

    private DateSpan? Units(DateBag bag)
    {
        var unit = bag.Pair ?? bag.Unit!.Value;
        var amount = bag.Pair is not null ? 2 : bag.Number ?? bag.Few;
        var period = bag.Is(DateSense.Last | DateSense.This | DateSense.Next);
        if (period && amount is null or 1 && bag.Pair is null)
            return Period(bag, unit);
        if (amount is null && !bag.Is(DateSense.Ago | DateSense.Since | DateSense.Within))
            return null;
        var isVague = bag.Is(DateSense.Vague) || (amount is null && bag.Is(DateSense.Several));
        amount ??= bag.Is(DateSense.Several) ? Several : 1;
        if (amount is < 0 or > MaxAmount)
            return null;
        var forward = bag.Is(DateSense.Within | DateSense.Next) && !bag.Is(DateSense.Ago | DateSense.Last) || (ahead && !bag.Is(DateSense.Ago | DateSense.Last));
        var point = Shift(unit, amount.Value * (forward ? 1 : -1));
        if (point is null)
            return null;
        if (bag.Is(DateSense.Last) && bag.Pair is null)
            return new DateSpan(point, DatePoint.Of(today), IsVague: true);
        var exact = unit is DateUnit.Minute or DateUnit.Hour || (unit is DateUnit.Day && amount <= 10);
        return new DateSpan(point, IsVague: !exact || isVague || !bag.Is(DateSense.Ago | DateSense.Since | DateSense.Within));
    }

    private DatePoint? Shift(DateUnit unit, int amount)
    {
        var month = today.AddMonths(unit is DateUnit.Month ? amount : 0);
        var point = unit switch
        {
            DateUnit.Year => new DatePoint(today.Year + amount),
            DateUnit.Month => new DatePoint(month.Year, month.Month),
            DateUnit.Week => DatePoint.Of(today.AddDays(7 * amount)),
            DateUnit.Day => DatePoint.Of(today.AddDays(amount)),
            _ => DatePoint.Of(today),
        };
        return point.IsReal ? point : null;
    }

    private DateSpan? Period(DateBag bag, DateUnit unit)
    {
        var step = bag.Is(DateSense.Last) ? -1 : bag.Is(DateSense.Next) ? 1 : 0;
        var part = bag.Is(DateSense.Early | DateSense.Mid | DateSense.Late);
        switch (unit)
        {
            case DateUnit.Year:
                return part ? Third(today.Year + step, bag) : new DateSpan(new DatePoint(today.Year + step));
            case DateUnit.Month:
                return new DateSpan(Shift(unit, step)!, Somewhere: part);
            case DateUnit.Week:
                var monday = today.AddDays((7 * step) - (((int)today.DayOfWeek + 6) % 7));
                return new DateSpan(DatePoint.Of(monday), DatePoint.Of(monday.AddDays(6)), IsVague: true);
            default:
                return new DateSpan(DatePoint.Of(today.AddDays(step)), IsVague: step != 0);
        }
    }

    // A number that found no place is no year's: "30 February 2026" in a language that does not know the month. Words may be harmless.
    private static DateSpan? Year(DateBag bag) => bag.Year is not { } year || bag.Number is not null ? null
        : bag.Is(DateSense.Early | DateSense.Mid | DateSense.Late) ? Third(year, bag) with { IsPartial = bag.IsMoreThanAYear }
        : new DateSpan(new DatePoint(year), IsVague: bag.IsMoreThanAYear) { IsPartial = bag.IsMoreThanAYear };

    private static DateSpan Third(int year, DateBag bag)
    {
        var first = bag.Is(DateSense.Early) ? 1 : bag.Is(DateSense.Mid) ? 5 : 9;
        return new DateSpan(new DatePoint(year, first), new DatePoint(year, first + 3), IsVague: true);
    }
}
