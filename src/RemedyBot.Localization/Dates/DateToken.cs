namespace RemedyBot.Localization.Dates;

/// <summary>A word, phrase, number or numeric date; all that it can mean.</summary>
internal sealed record DateToken
{
    public DateSense Senses { get; init; }

    /// <summary>1 to 12.</summary>
    public int? Month { get; init; }

    /// <summary>0 is Monday.</summary>
    public int? Weekday { get; init; }

    /// <summary>0 is spring.</summary>
    public int? Season { get; init; }

    public DateUnit? Unit { get; init; }

    /// <summary>A word that is two of a unit: the Arabic dual, "fortnight".</summary>
    public DateUnit? Pair { get; init; }

    public int? Number { get; init; }

    /// <summary>Four digits between 1900 and 2100.</summary>
    public int? Year { get; init; }

    /// <summary>A year of the Hijri calendar.</summary>
    public int? Hijri { get; init; }

    /// <summary>Days from today.</summary>
    public int? Offset { get; init; }

    /// <summary>A numeric date, one or two readings.</summary>
    public IReadOnlyList<DatePoint>? Numeric { get; init; }

    public bool Is(DateSense sense) => (Senses & sense) != 0;

    public bool IsUnknown => ReferenceEquals(this, Unknown) || this == Unknown;

    public static DateToken Unknown { get; } = new();

    public DateToken Merge(DateToken other) => new()
    {
        Senses = Senses | other.Senses,
        Month = Month ?? other.Month,
        Weekday = Weekday ?? other.Weekday,
        Season = Season ?? other.Season,
        Unit = Unit ?? other.Unit,
        Pair = Pair ?? other.Pair,
        Number = Number ?? other.Number,
        Offset = Offset ?? other.Offset,
    };
}
