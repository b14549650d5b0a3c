using RemedyBot.Remedy.Triage;

namespace RemedyBot.Remedy.Harms;

/// <summary>One harm, as the person it happened to would name it. Its words are in the catalogs under `harms/ID`.</summary>
public sealed record Leaf
{
    /// <summary>`group.name`; never changes.</summary>
    public required string Id { get; init; }

    public required string Group { get; init; }

    public required UrgencyLevel Urgency { get; init; }

    /// <summary>Any of N, M, P, D, A, T.</summary>
    public IReadOnlyList<string> Flags { get; init; } = [];

    /// <summary>Empty where the database has nothing close.</summary>
    public IReadOnlyList<DsaTag> Dsa { get; init; } = [];

    /// <summary>Twins of <see cref="Dsa"/> for violence against women; used only when the person asks for it.</summary>
    public IReadOnlyList<DsaTag> DsaWomen { get; init; } = [];

    /// <summary>Instrument and article, such as `ICCPR 17`.</summary>
    public required IReadOnlyList<string> Rights { get; init; }

    /// <summary>Offences of Directive (EU) 2024/1385: art5 to art8.</summary>
    public IReadOnlyList<string> EuOffences { get; init; } = [];

    /// <summary>Cards for the first hour, most fitting first.</summary>
    public required IReadOnlyList<string> FirstHour { get; init; }

    /// <summary>Facets worth asking for this harm.</summary>
    public IReadOnlyList<string> Facets { get; init; } = [];

    /// <summary>Kinds of remedy that people with this harm usually seek.</summary>
    public IReadOnlyList<string> Remedies { get; init; } = [];

    /// <summary>The leaf that this is where it happened to somebody under 18; null where it stays this one.</summary>
    public string? UnderAge { get; init; }

    /// <summary>Happens only to somebody under 18.</summary>
    public bool OfTheYoung => Has("M");

    /// <summary>An authority may be the one who did it.</summary>
    public bool MayBeAnAuthority => Has("A");

    public bool Has(string flag) => Flags.Contains(flag, StringComparer.Ordinal);
}
