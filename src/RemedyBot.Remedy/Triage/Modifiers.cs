using RemedyBot.Remedy.Cases;
using RemedyBot.Remedy.Cases.Parts;

namespace RemedyBot.Remedy.Triage;

/// <summary>Reads from a summary and the signals which rows of the urgency table hold.</summary>
public static class Modifiers
{
    private static readonly string[] Minors = ["under_13", "13_15", "16_17"];
    private static readonly string[] Threats = ["abuse.threat", "ibsa.threat", "child.sextortion"];
    private static readonly string[] SexualChild = ["child.csam", "child.sextortion", "child.grooming"];

    /// <param name="day">Today, for deadlines that run.</param>
    public static IReadOnlySet<string> Of(CaseSummary summary, IReadOnlyList<RaisedSignal> signals, DateOnly day)
    {
        var holds = new HashSet<string>(StringComparer.Ordinal);
        void When(string id, bool condition)
        {
            if (condition)
                holds.Add(id);
        }

        var safety = summary.Safety;
        When("danger", safety?.ImmediateDanger == "yes" || signals.Any(s => s is { Name: "danger", FromWords: true }));
        When("danger_unsure", safety?.ImmediateDanger == "unknown");
        When("self_harm", safety?.SelfHarm == "yes" || signals.Any(s => s.Name == "selfharm" && (s.FromWords || !s.Cleared)));
        When("device_access", safety?.DeviceCompromise == "yes");
        When("minor_sexual", MinorSexual(summary, signals));
        When("under_way", Facet(summary, f => f.UnderWay));
        When("threat_specific", Facet(summary, f => f.ThreatSpecific));
        When("address_and_threat", Disclosed(summary, "address", "location") && Threatened(summary));
        When("outing", Facet(summary, f => f.OutingRisk));
        When("detained", Facet(summary, f => f.Detained));
        When("being_reposted", Facet(summary, f => f.RecentOrReposted));
        When("payment_demanded", Facet(summary, f => f.PaymentDemanded));
        When("support_cut", Facet(summary, f => f.SupportCut));
        When("deadline", DeadlineNear(summary, day));
        return holds;
    }

    /// <summary>Some harms say by themselves that it is a child. "Not sure" counts as yes here: with sexual content, doubt about age is handled as a child's case.</summary>
    private static bool MinorSexual(CaseSummary summary, IReadOnlyList<RaisedSignal> signals)
    {
        if (Facet(summary, f => f.MeetingPlanned) || Leaves(summary).Any(l => SexualChild.Contains(l, StringComparer.Ordinal)))
            return true;
        var young = summary.Safety?.MinorInvolved is "yes" or "unknown"
            || Minors.Contains(summary.Person?.AgeBand, StringComparer.Ordinal)
            || signals.Any(s => s is { Name: "minor", FromWords: true });
        return young && Leaves(summary).Any(l => l.StartsWith("ibsa.", StringComparison.Ordinal));
    }

    private static bool Threatened(CaseSummary summary) =>
        Leaves(summary).Any(l => Threats.Contains(l, StringComparer.Ordinal))
        || Facet(summary, f => f.ThreatSpecific)
        || (summary.Timeline ?? []).Any(t => t.What == "threat");

    private static bool DeadlineNear(CaseSummary summary, DateOnly day) =>
        (summary.Timeline ?? []).Any(t =>
            t.What == "deadline" && t.When is { } when && EdtfSpan.Of(when) is { } span
            && span.Last >= day && span.First < day.AddDays(14));

    private static bool Facet(CaseSummary summary, Func<Facets, string?> facet) =>
        (summary.Harms ?? []).Any(h => h.Facets is { } f && facet(f) == "yes");

    private static bool Disclosed(CaseSummary summary, params string[] what) =>
        (summary.Harms ?? []).Any(h => h.Facets?.Disclosed is { } d && d.Any(v => what.Contains(v, StringComparer.Ordinal)));

    private static IEnumerable<string> Leaves(CaseSummary summary) => (summary.Harms ?? []).Select(h => h.Leaf).OfType<string>();
}
