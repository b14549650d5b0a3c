namespace RemedyBot.Localization.Dates;

/// <summary>What was said about one point in time, whatever the order of the words.</summary>
internal sealed class DateBag
{
    public DateBag(IEnumerable<DateToken> tokens)
    {
        foreach (var token in tokens)
            Add(token);
    }

    public DateSense Senses { get; private set; }

    public int? Month { get; private set; }

    public int? Weekday { get; private set; }

    public int? Season { get; private set; }

    public DateUnit? Unit { get; private set; }

    public DateUnit? Pair { get; private set; }

    public int? Number { get; private set; }

    public int? SecondNumber { get; private set; }

    /// <summary>"A few", "some": counts units where no number was said, and is never a day.</summary>
    public int? Few { get; private set; }

    public int? Year { get; private set; }

    public int? Hijri { get; private set; }

    public int? Offset { get; private set; }

    public IReadOnlyList<DatePoint>? Numeric { get; private set; }

    public int Unknown { get; private set; }

    /// <summary>A month that is also a common word.</summary>
    public bool IsWeak { get; private set; }

    /// <summary>Two months, years or numeric dates: not one point.</summary>
    public bool IsCrowded { get; private set; }

    /// <summary>Several numbers were said, so that none is the day.</summary>
    public bool IsUnsureOfDay { get; private set; }

    public DateBag WithoutNumbers()
    {
        var copy = (DateBag)MemberwiseClone();
        copy.Number = null;
        copy.SecondNumber = null;
        copy.IsUnsureOfDay = true;
        return copy;
    }

    /// <summary>Something was said that a year alone does not hold.</summary>
    public bool IsMoreThanAYear => Unknown > 0 || Weekday is not null || Offset is not null;

    public bool Is(DateSense sense) => (Senses & sense) != 0;

    private void Add(DateToken token)
    {
        Unknown += token.IsUnknown ? 1 : 0;
        IsCrowded |= (token.Month is not null && Month is not null) || (token.Year is not null && Year is not null)
            || (token.Numeric is not null && Numeric is not null);
        Senses |= token.Senses;
        IsWeak |= token.Month is not null && token.Is(DateSense.Weak);
        Month ??= token.Month;
        Weekday ??= token.Weekday;
        Season ??= token.Season;
        Pair ??= token.Pair;
        Year ??= token.Year;
        Hijri ??= token.Hijri;
        Offset ??= token.Offset;
        Numeric ??= token.Numeric;
        Unit = Unit is null or DateUnit.Day ? token.Unit ?? Unit : Unit;
        if (token.Is(DateSense.Vague))
            Few ??= token.Number;
        else if (Number is null)
            Number = token.Number;
        else
            SecondNumber ??= token.Number;
    }
}
