namespace RemedyBot.Localization.Dates;

/// <summary>One understood time: a point, or a span where <see cref="To"/> is given.</summary>
/// <param name="IsVague">The words themselves were not exact ("last spring", "a few weeks ago").</param>
/// <param name="Somewhere">Some unknown day in the month.</param>
/// <param name="YearGiven">The year was said, not inferred.</param>
internal sealed record DateSpan(DatePoint From, DatePoint? To = null, bool IsVague = false, bool Somewhere = false, bool YearGiven = true)
{
    public DatePoint End => To ?? From;

    /// <summary>Words beside the year may have said more and were not understood.</summary>
    public bool IsPartial { get; init; }

    /// <summary>Counted forward from today.</summary>
    public bool IsAhead { get; init; }

    /// <summary>Both, and what lies between them.</summary>
    public DateSpan Or(DateSpan other) => new(
        string.CompareOrdinal(From.FirstMonth, other.From.FirstMonth) <= 0 ? From : other.From,
        string.CompareOrdinal(End.LastMonth, other.End.LastMonth) >= 0 ? End : other.End,
        IsVague: true);

    public DateAnswer Answer(bool about, bool guess) => Written(about, guess) with { IsAhead = IsAhead, IsPartial = IsPartial };

    private DateAnswer Written(bool about, bool guess)
    {
        var certainty = guess ? Certainty.Guess : about || IsVague ? Certainty.About : Certainty.Exact;
        if (To is { } to && (to.LastMonth != From.FirstMonth))
            return new DateAnswer($"{From.FirstMonth}/{to.LastMonth}", Vaguer(certainty));
        if (To is not null || (Somewhere && From is { Month: not null, Day: null }))
            return new DateAnswer($"{From.FirstMonth}-XX", Vaguer(certainty));
        return From switch
        {
            { Month: null } when certainty == Certainty.About => new DateAnswer($"{From.FirstMonth}/{From.LastMonth}", certainty),
            { Month: not null, Day: null } when certainty == Certainty.About => new DateAnswer($"{From.Plain}~", certainty),
            { Month: not null, Day: null } when certainty == Certainty.Guess => new DateAnswer($"{From.Plain}?", certainty),
            _ => new DateAnswer(From.Plain, certainty),
        };
    }

    private static Certainty Vaguer(Certainty certainty) => certainty == Certainty.Exact ? Certainty.About : certainty;
}
