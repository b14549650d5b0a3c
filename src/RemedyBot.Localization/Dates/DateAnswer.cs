namespace RemedyBot.Localization.Dates;

/// <param name="Edtf">A date in one of the forms of <see cref="Dates.Edtf"/>.</param>
public sealed record DateAnswer(string Edtf, Certainty Certainty)
{
    /// <summary>All of it is still to come.</summary>
    public bool IsAhead { get; init; }

    /// <summary>Some of it is within living memory; what is not was hardly meant.</summary>
    public bool IsRemembered => Dates.Edtf.FirstDay(Edtf) is not { Year: < FirstRemembered };

    private const int FirstRemembered = 1970;

    /// <summary>Nothing but the date was written: no word of it says anything else.</summary>
    public bool IsWhole { get; init; }

    /// <summary>Words beside the year may have said more and were not understood.</summary>
    internal bool IsPartial { get; init; }
}
