using RemedyBot.Remedy.Cases;
using RemedyBot.Remedy.Cases.Parts;

namespace RemedyBot.Remedy.Sharing;

/// <summary>The part of a summary that one recipient may see, in the summary's own shape. Pure.</summary>
public static class Projection
{
    /// <summary>What this recipient would read if these groups were granted; for showing it to the person beforehand.</summary>
    /// <param name="reference">What the document is called: never the summary's own id, so that two recipients cannot join theirs.</param>
    public static CaseSummary Preview(CaseSummary summary, Column column, IEnumerable<string> groups, string reference)
    {
        if (reference == summary.Id || reference.Length == 0)
            throw new ArgumentException("A document needs a reference of its own.", nameof(reference));
        var kept = Projector.Keep(SummaryJson.ToNode(summary), column, groups.ToHashSet(StringComparer.Ordinal));
        kept.Remove("consent");
        return SummaryJson.FromNode(kept) with { Id = reference };
    }

    /// <summary>What this recipient gets: never more than the groups asked for, and never more than it was granted.</summary>
    /// <exception cref="InvalidOperationException">There is no consent for this recipient, or it was withdrawn.</exception>
    public static CaseSummary For(
        CaseSummary summary, RecipientRef recipient, Column column, IEnumerable<string> groups, string reference)
    {
        var consents = ConsentRules.Standing(summary, recipient);
        if (consents.Count == 0)
            throw new InvalidOperationException("Nothing may leave without a standing consent.");
        var granted = ConsentRules.Granted(summary, recipient);
        IReadOnlyList<string> given = [.. groups.Where(group => granted.Contains(group) && column.Offers(group))];
        return Preview(summary, column, given, reference) with { Consent = [.. consents.Select(consent => ConsentRules.Told(consent, given))] };
    }
}
