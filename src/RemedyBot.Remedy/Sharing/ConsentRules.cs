using RemedyBot.Remedy.Cases;
using RemedyBot.Remedy.Cases.Parts;

namespace RemedyBot.Remedy.Sharing;

/// <summary>Who may say yes, and to what.</summary>
public static class ConsentRules
{
    /// <summary>The group of how the person can be reached: without it nobody may try.</summary>
    public const string Contact = "g2";

    /// <summary>The group of the language that the person reads.</summary>
    public const string Language = "g1";

    private static readonly string[] OwnGroups = ["g4", "g8", "g10"];

    /// <summary>Groups among these that need the young person's own yes: 13 to 17, a parent or guardian speaking.</summary>
    public static IReadOnlyList<string> OwnYesNeeded(CaseSummary summary, IEnumerable<string> groups) =>
        summary.Person is { AgeBand: "13_15" or "16_17", Role: "parent_guardian" }
            ? [.. groups.Where(g => OwnGroups.Contains(g, StringComparer.Ordinal))]
            : [];

    /// <summary>A consent as its recipient reads it: the language it was asked in is the person's own, and its wording is known by `text_version` without it.</summary>
    public static ConsentRecord Told(ConsentRecord consent, IEnumerable<string> given) => given.Contains(Language) ? consent : consent with { TextLang = null };

    /// <summary>Who answers a consent question: self, guardian or representative.</summary>
    public static string By(CaseSummary summary) => summary.Person?.Role switch
    {
        null or "self" => "self",
        "parent_guardian" => "guardian",
        _ => "representative",
    };

    /// <summary>This recipient's consents that were not withdrawn.</summary>
    public static IReadOnlyList<ConsentRecord> Standing(CaseSummary summary, RecipientRef recipient) =>
    [
        .. (summary.Consent ?? []).Where(c =>
            c.Withdrawn is null && c.Recipient is { } to && to.Kind == recipient.Kind && to.Id == recipient.Id),
    ];

    /// <summary>The groups this recipient's standing consents open; a guardian's yes opens no group that needs the young person's own.</summary>
    public static IReadOnlySet<string> Granted(CaseSummary summary, RecipientRef recipient)
    {
        var granted = new HashSet<string>(StringComparer.Ordinal);
        foreach (var consent in Standing(summary, recipient))
        {
            var groups = consent.Groups ?? [];
            granted.UnionWith(consent.By == "self" ? groups : groups.Except(OwnYesNeeded(summary, groups), StringComparer.Ordinal));
        }
        return granted;
    }
}
