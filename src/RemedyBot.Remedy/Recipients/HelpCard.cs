namespace RemedyBot.Remedy.Recipients;

/// <summary>What a recipient says of itself: whom it helps, how long that takes, and which parts of a case it may be given.</summary>
public sealed record HelpCard
{
    public required string Id { get; init; }

    /// <summary>helpline, platform, authority, police, court, company or person.</summary>
    public required string Kind { get; init; }

    /// <summary>Language tag to words; the empty tag for all languages.</summary>
    public required IReadOnlyDictionary<string, string> Name { get; init; }

    public IReadOnlyDictionary<string, string> Mandate { get; init; } = new Dictionary<string, string>();

    /// <summary>When somebody is there, in words.</summary>
    public IReadOnlyDictionary<string, string> Hours { get; init; } = new Dictionary<string, string>();

    /// <summary>ISO 3166-1 alpha-2; empty: anywhere.</summary>
    public IReadOnlyList<string> Countries { get; init; } = [];

    /// <summary>Leaves, or groups of them (`ibsa.*`); empty: any harm.</summary>
    public IReadOnlyList<string> Harms { get; init; } = [];

    /// <summary>BCP 47; empty: any language.</summary>
    public IReadOnlyList<string> Languages { get; init; } = [];

    /// <summary>BCP 47: what its staff read, the first best; empty where it does not say.</summary>
    public IReadOnlyList<string> Reads { get; init; } = [];

    /// <summary>Age bands; empty: any age.</summary>
    public IReadOnlyList<string> Ages { get; init; } = [];

    /// <summary>Relations of the person who did it to the person concerned in which this recipient is never offered.</summary>
    public IReadOnlyList<string> NotIf { get; init; } = [];

    public Capacity Capacity { get; init; } = Capacity.Open;

    /// <summary>Days within which somebody usually says that a case was seen.</summary>
    public required int AnswerDays { get; init; }

    /// <summary>Field groups without which they can hardly help; the person is told.</summary>
    public IReadOnlyList<string> Needs { get; init; } = [];

    /// <summary>The projection column, where it is not that of the kind.</summary>
    public string? Column { get; init; }

    /// <summary>Field groups it may be given; empty: all of its column.</summary>
    public IReadOnlyList<string> Groups { get; init; } = [];

    /// <summary>request-tracker, zammad, mail, webhook or file.</summary>
    public required string System { get; init; }

    /// <summary>A P-256 JWK or PEM, or an armored OpenPGP key.</summary>
    public string? Key { get; init; }

    public string? Fingerprint { get; init; }

    /// <summary>What its staff say in their system comes back here: that a case was seen, an answer. From a letter, a call or a file nothing does.</summary>
    public bool Answers => System is "request-tracker" or "zammad";

    /// <summary>It takes cases sealed to its key and no other, also where its system could show them.</summary>
    public bool Sealed { get; init; }

    /// <summary>Its system shows the case to its staff in clear.</summary>
    public bool Readable => Key is null || (System is "request-tracker" or "zammad" && !Sealed);

    /// <summary>How a case travels there, as the consent says it; null where the consent has no word for that.</summary>
    public string? Channel => System switch
    {
        "mail" => "email",
        "file" => null,
        _ => "ticket_api",
    };

    /// <summary>Whether it takes this case. What a card limits and the case does not say counts as outside: nothing is routed by guess.</summary>
    public bool Takes(CaseShape shape) =>
        Capacity != Capacity.Full
        && Fits(Countries, shape.Country)
        && Fits(Ages, shape.AgeBand)
        && (Languages.Count == 0 || Languages.Any(l => SameLanguage(l, shape.Language)))
        && (Harms.Count == 0 || shape.Leaves.Any(leaf => Harms.Any(h => Covers(h, leaf))))
        && !shape.Relations.Any(r => NotIf.Contains(r, StringComparer.Ordinal));

    private static bool Fits(IReadOnlyList<string> only, string? value) => only.Count == 0 || (value is not null && only.Contains(value, StringComparer.Ordinal));

    private static bool Covers(string harm, string leaf) =>
        harm == leaf || (harm.EndsWith(".*", StringComparison.Ordinal) && leaf.StartsWith(harm[..^1], StringComparison.Ordinal));

    private static bool SameLanguage(string one, string other) => one.Split('-')[0].Equals(other.Split('-')[0], StringComparison.OrdinalIgnoreCase);
}
