using System.Globalization;
using System.Text.Json.Nodes;
using RemedyBot.Dialogs.Turns;
using RemedyBot.Remedy.Cases.Folding;
using RemedyBot.Remedy.Cases.Parts;
using RemedyBot.Remedy.Harms;
using RemedyBot.Remedy.Triage;

namespace RemedyBot.Remedy.Cases;

/// <summary>Makes the summary from the answers, again at every turn: nothing of it is kept beside the log.</summary>
public static class SummaryBuilder
{
    /// <param name="answers">In the order of the log.</param>
    /// <returns>Null until an answer fills a field or a signal calls for help.</returns>
    public static CaseSummary? Build(IReadOnlyList<Answer> answers, SummaryContext context)
    {
        var draft = new JsonObject
        {
            ["schema"] = CaseSummary.Version,
            ["id"] = context.Id,
            ["created"] = Day(context.Created),
        };
        var empty = draft.Count;
        new AnswerFold(draft, context).Apply(answers);
        if (draft.Count == empty && !context.Signals.Any(s => s.FromWords || !s.Cleared))
            return null;

        var told = Computed(SummaryJson.FromNode(draft), context);
        var assessment = Assess(told, answers, context);
        return draft.Count == empty && assessment is null ? null : told with
        {
            Urgency = assessment is null ? null : new UrgencyRating { Level = assessment.Level.ToString(), Reasons = assessment.Reasons },
        };
    }

    /// <summary>The leaves of its harms alone, the primary first: what most turns ask of it.</summary>
    public static IReadOnlyList<string> Leaves(IReadOnlyList<Answer> answers, Taxonomy taxonomy) => HarmFold.Leaves(AnswerFold.Filling(answers), taxonomy);

    /// <summary>Said once, danger counts until the answer itself is taken back; a later "I am safe now" is noted beside it and lowers nothing.</summary>
    private static Assessment? Assess(CaseSummary summary, IReadOnlyList<Answer> answers, SummaryContext context)
    {
        var danger = Worst(answers, "/safety/immediate_danger");
        var harm = Worst(answers, "/safety/self_harm");
        var cleared = context.Signals.Where(s => s.Cleared).Select(s => s.Name).ToList();
        if (danger is "yes" or "unknown" && summary.Safety?.ImmediateDanger == "no")
            cleared.Add("danger");
        if (harm == "yes" && summary.Safety?.SelfHarm == "no")
            cleared.Add("selfharm");
        var ever = summary.Safety is { } safety ? summary with { Safety = safety with { ImmediateDanger = danger, SelfHarm = harm } } : summary;
        return UrgencyTable.Assess(
            context.Taxonomy,
            [.. (summary.Harms ?? []).Select(h => h.Leaf).OfType<string>()],
            Modifiers.Of(ever, context.Signals, context.Today),
            cleared);
    }

    /// <summary>The gravest of the answers that still stand, one from each question that fills this field.</summary>
    private static string? Worst(IReadOnlyList<Answer> answers, string field)
    {
        var standing = answers.Where(a => a.Field == field && !IsOutdated(a)).OrderBy(a => a.Order).GroupBy(a => a.Step).SelectMany(g => g.Last().Values).ToList();
        return standing.Contains("yes", StringComparer.Ordinal) ? "yes"
            : standing.Contains("unknown", StringComparer.Ordinal) ? "unknown"
            : standing.FirstOrDefault();

        bool IsOutdated(Answer answer) => answer.Kind == AnswerKind.Assumed && answers.Any(later => later.Field == field && later.Order > answer.Order && later.Kind != AnswerKind.Skipped);
    }

    private static CaseSummary Computed(CaseSummary told, SummaryContext context) => told with
    {
        Updated = Day(context.Today),
        TaxonomyVersion = context.Taxonomy.Version,
        DirectoryVersion = context.DirectoryVersion,
        Retention = context.DeleteAfter is { } day ? new Retention { DeleteAfter = Day(day) } : null,
        Person = PersonOf(told.Person ?? new Person(), context),
        Jurisdictions = JurisdictionsOf(told),
        EvidenceGaps = GapsOf(told),
        Consent = context.Consents.Count == 0 ? null : context.Consents,
    };

    private static Person PersonOf(Person person, SummaryContext context) => person with
    {
        Handle = person.Handle ?? context.Handle,
        Languages = person.Languages ?? [context.Language],
        Under18 = person.AgeBand switch
        {
            "adult" => false,
            "under_13" or "13_15" or "16_17" => true,
            _ => null,
        },
    };

    private static List<Jurisdiction>? JurisdictionsOf(CaseSummary told)
    {
        var all = new List<Jurisdiction>();
        if (told.Person?.Country is { } home)
            all.Add(new Jurisdiction { Iso = home, Basis = "residence" });
        all.AddRange((told.Incident?.Countries ?? []).Select(c => new Jurisdiction { Iso = c, Basis = "harm_place" }));
        if (told.Company?.HqCountry is { } seat)
            all.Add(new Jurisdiction { Iso = seat, Basis = "company_hq" });
        return all.Count == 0 ? null : all;
    }

    /// <summary>Only gaps that a link, a date or a number would fill: nothing here may call for an image.</summary>
    private static List<string>? GapsOf(CaseSummary told)
    {
        var gaps = new List<string>();
        if (told.Locations is { Count: > 0 } places && places.All(p => p.Url is null && p.Kind is not ("device" or "offline")))
            gaps.Add("no_url");
        if (told.Evidence is { Count: > 0 } && told.Timeline is null)
            gaps.Add("no_date");
        if (told.Actions is { Count: > 0 } actions && actions.All(a => a.Reference is null))
            gaps.Add("no_reference");
        return gaps.Count == 0 ? null : gaps;
    }

    private static string Day(DateOnly day) => day.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture);
}
