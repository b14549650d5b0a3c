namespace RemedyBot.Remedy.Routes;

/// <summary>One way to help or remedy, with where the fact comes from and when a person last checked it.</summary>
public sealed record Route
{
    /// <summary>Such as `em.es`, `hl.g.chi`, `plt.hash-minor`, `fh.ncii`.</summary>
    public required string Id { get; init; }

    /// <summary>One of <see cref="RouteKinds"/>.</summary>
    public required string Kind { get; init; }

    /// <summary>ISO 3166-1 alpha-2; null where it works anywhere.</summary>
    public string? Country { get; init; }

    /// <summary>A proper name, the same in every language; null where the catalogs name it.</summary>
    public string? Name { get; init; }

    public IReadOnlyList<RouteNumber> Numbers { get; init; } = [];

    /// <summary>https addresses to be shown; never fetched.</summary>
    public IReadOnlyList<string> Links { get; init; } = [];

    /// <summary>Harms it is for; empty where it is for any.</summary>
    public IReadOnlyList<string> Leaves { get; init; } = [];

    public required string Source { get; init; }

    /// <summary>The day the source was read.</summary>
    public required DateOnly SourceDate { get; init; }

    /// <summary>The day a person checked it; null: never, and it is shown as such.</summary>
    public DateOnly? Verified { get; init; }

    /// <summary>Ids of what is said beside it, such as `unverified`.</summary>
    public IReadOnlyList<string> Warnings { get; init; } = [];

    /// <summary>For emergency numbers: help is known for some of what one calls for, not for all of it.</summary>
    public bool IsPart => Numbers.Count > 0 && !Reaches(RouteNumber.Any) && !RouteNumber.Services.All(Reaches);

    /// <summary>For emergency numbers: a helpline is named before them.</summary>
    public bool HelplineFirst => Warnings.Contains("helpline_first", StringComparer.Ordinal);

    private bool Reaches(string service) => Numbers.Any(n => n.Label == service);

    /// <summary>Where it is written.</summary>
    public string File { get; init; } = "";

    /// <inheritdoc cref="File"/>
    public int Line { get; init; }

    /// <summary>For emergency numbers: whether 112 works in this country.</summary>
    public bool Works112 { get; init; }
}
