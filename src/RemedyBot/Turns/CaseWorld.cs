using RemedyBot.Composition;
using RemedyBot.Dialogs.Model;
using RemedyBot.Dialogs.Turns;
using RemedyBot.Handoff.Consent;
using RemedyBot.Handoff.Desk;
using RemedyBot.Localization.Catalogs;
using RemedyBot.Localization.Negotiation;
using RemedyBot.Remedy.Sharing;

namespace RemedyBot.Turns;

/// <summary>What the domain tells the engine while it walks: facts and lists, from the answers so far and nothing else.</summary>
public sealed class CaseWorld(CaseFile file, LoadedContent content, Offering recipients, Translations translations, TalkView talks, TurnOptions options, DateOnly today) : IWorld
{
    private readonly Told _told = new(content, file.Language);
    private (IReadOnlyList<Answer> Of, CaseView View)? _view;

    private IEnumerable<HandedOver> Standing => file.Handoffs.Where(h => h.Stands(today));

    private IEnumerable<HandedOver> Held => file.Held.Where(h => h.Stands(today));

    public bool Holds(string fact, Circumstance at)
    {
        var view = View(at);
        return fact switch
        {
            "desk" => recipients.For(view).Count > 0,
            "holds" => view.Holds,
            "granted" => at.Item is { } item && view.Said(item, "default", "beyond").Count > 0,
            "handed" => file.Talks.Any(t => t.Handoff is not null),
            "beyond" => List("groups", at with { Mode = "beyond" }).Count > 0,
            "own" => at.Item is { } item && view.OwnNeeded(item).Count > 0,
            "finds" => at.Item is { } item && view.Finds(item).Count > 0,
            "kept" => view.Kept,
            "carded" => recipients.Card(at.Item) is not null,
            "readable" => recipients.Card(at.Item) is { Readable: true },
            "one-way" => recipients.Card(at.Item) is { Answers: false },
            "no-way-back" => recipients.Card(at.Item) is { Answers: false } && !view.NamesWayBack(at.Item!),
            "awaited" => file.OpenTalk is null && (Standing.Any(h => h.Awaited) || file.Talks.Any(t => t.IsAwaited && t.Handoff!.Stands(today))),
            "unheard" => Standing.Any(h => h.Unheard),
            "late" => Standing.Any(h => h.IsLate(today)),
            "noticeable" => options.NoticesFrom is not null && recipients.Card(at.Item) is { Id: var id, Answers: true } && LateNotices.IsAsked(view, id, Standing.LastOrDefault(h => h.Item == id), today),
            "translatable" => at.Item is { } item && translations.IsAsked(file, view, item, recipients.ReadsOf(item)),
            "translated" => at.Item is { } item && translations.Has(file, view, item),
            "translation-gone" => at.Item is { } item && translations.IsGone(file, view, item),
            "lost" => Held.Any(h => h.AnswerLost),
            "reachable" => at.Item is { } item && recipients.Reaches(item),
            "stuck" => file.Handoffs.Any(h => h.IsOver(today) || h.IsOverdue(today) || h.AnswerLost || h.State is "failed" or "declined"),
            "ended" => file.Handoffs.Any(h => h.IsOver(today)),
            "taken-back" => file.Handoffs.Any(h => h.Withdrawn && h.Kind != HandoffPreparation.DeskKind),
            "others" => recipients.Others(view).Count > 0,
            "provable" => file.Handoffs.Any(h => h is { Arrived: true, Slip: not null }),
            "letters" => file.Held.Any(h => h.Written.Any()),
            "new-letters" => file.Held.Any(h => h.Written.Any(l => !l.IsOld(file.Returns))),
            "old-letters" => file.Held.Any(h => h.Written.Any(l => l.IsOld(file.Returns))),
            "shown-letters" => file.Held.Any(h => h.Written.Any(l => l.ShownAt is not null)),
            "pending" => Standing.Any(h => h.State is "waiting" or "delivered" or "received" or "accepted" or "in_progress"),
            "numbers" => content.Domain.Routes.Emergency(view.Country) is { Numbers.Count: > 0 },
            "numbers-part" => content.Domain.Routes.Emergency(view.Country) is { IsPart: true },
            "place112" => content.Domain.Routes.Place112(view.Country),
            "helpline-first" => content.Domain.Routes.Emergency(view.Country) is { HelplineFirst: true } || view.Leaves.Any(l => content.Domain.Taxonomy.Find(l) is { MayBeAnAuthority: true }) || _told.List("relations", view).Any(r => r.Value == Authority),
            "pick-consent" => Picked(at) is { } pointer && pointer.StartsWith(ConsentPointer, StringComparison.Ordinal),
            "beta" => content.Localizer.Registry.Find(at.Language ?? "") is { Status: LanguageStatus.Beta },
            "app" => file.App,
            "app-deletes" => file.TakesBack,
            "discreet" => file.Discreet,
            "ringable" => Rings.IsAsked(file, view, today),
            "page" => options.Page is not null,
            "moved" => file.Moved,
            "several" => view.Leaves.Count > 1,
            "told" => Told.Of(at.Answers) is not null,
            "of-others" => _told.OfOthers(at.Answers),
            "sum" => _told.Sum(at.Answers) is not null,
            "linked" => at.Answers.Any(a => a.Field == "/locations/-/platform_id" && a.Values.Any(Remedy.Harms.WebLink.IsWritten)),
            "reopened" => file.Conversation.Heard.Any(h => h.Signal == Words.Return),
            _ when fact.StartsWith("talk-", StringComparison.Ordinal) => talks.Holds(fact, file, at),
            _ => false,
        };
    }

    public const string ConsentPointer = "/consent/";

    /// <summary>Of those whom a person's words name: the police, or another who has power over them by office.</summary>
    private const string Authority = "authority";

    /// <summary>The pointer picked last at the wish to change something.</summary>
    public static string? Picked(Circumstance at) => at.Answers.LastOrDefault(a => a.Values is [['/', ..]] && a.Field is null)?.Values[0];

    public IReadOnlyList<Choice> List(string list, Circumstance at) => list switch
    {
        "languages" => [.. content.Spoken(options.Drafts).Select(l => new Choice(l.Tag, null, l.Name))],
        "taxonomy" => content.Taxonomy,
        "leaves" => [.. Groups(at).SelectMany(g => content.Domain.Taxonomy.Group(g)?.Leaves ?? []).Select(l => Harm(l.Id))],
        "chosen" => [.. View(at).Leaves.Select(Harm)],
        "suggested" or "mentioned" or "links" or "handles" or "relations" => _told.List(list, View(at)),
        "platforms" => content.Platforms,
        "countries" => [.. content.Localizer.Countries.Codes.Select(code => new Choice(code, null, content.Localizer.Countries.Name(code, file.Language)))],
        "recipients" => Named(recipients.For(View(at))),
        "helplines" => Named(recipients.Helplines(View(at))),
        "answerable" => Named(recipients.All.Where(r => MayBeAnswered(r.Id, View(at)))),
        "talk" or "talks" => TalkView.List(list, at),
        "slips" => [.. file.Handoffs.Where(h => h is { Arrived: true, Slip: not null }).Select(h => new Choice(h.Ref, null, h.Ref))],
        "fields" => Fields(at),
        "finds" => at.Item is { } item ? [.. View(at).Finds(item).Select(f => new Choice(CaseView.FindValue(f), null, MayBeSeen(f.Text)))] : [],
        "groups" => [.. GroupsAsked(at).Select(g => new Choice(g, Scene.GroupKey(at.Mode, g)))],
        _ => [],
    };

    /// <summary>They have written, and the yes to them stands: one that is taken back in this very turn does not any more.</summary>
    private bool MayBeAnswered(string id, CaseView view) =>
        (view.Granted(id).Count > 0 && Standing.Any(h => h.Item == id && h.MayBeAnswered))
        || (TalkView.Yes(view.Answers) is not null && file.Talks.Any(t => t.Handoff is { MayBeAnswered: true } talk && talk.Item == id && talk.Stands(today)));

    /// <summary>Not the bare words: whoever types a name beside this question wants it hidden, not shown.</summary>
    private string MayBeSeen(string words) =>
        content.Localizer.Catalog.Render(file.Language, "common/may-be-seen", new Dictionary<string, Arg> { ["value"] = new Arg.Words(words) });

    private static IReadOnlyList<Choice> Named(IEnumerable<RecipientCard> cards) => [.. cards.Select(c => new Choice(c.Id, null, c.Name))];

    private static Choice Harm(string leaf) => new(leaf, "harms/" + leaf);

    private static IEnumerable<string> Groups(Circumstance at) =>
        at.Answers.Where(a => a.Field == "/harms").SelectMany(a => a.Values).Where(v => !v.Contains('.', StringComparison.Ordinal)).Distinct(StringComparer.Ordinal);

    private IReadOnlyList<string> GroupsAsked(Circumstance at)
    {
        var talks = at.Mode == TalkView.Item;
        if ((talks ? DeskCard.RecipientId : at.Item) is not { } item || recipients.All.FirstOrDefault(r => r.Id == item) is not { } recipient)
            return [];
        var column = recipients.ColumnOf(recipient);
        if (talks)
            return TalkView.GroupsOf(column);
        var view = View(at);
        return at.Mode switch
        {
            "default" => column.Default,
            "beyond" => view.Summary is { } summary ? Columns.BeyondIn(summary, column) : [],
            "own" => view.OwnNeeded(item),
            _ => [],
        };
    }

    /// <summary>What can be changed: each field answered, and each consent given.</summary>
    private List<Choice> Fields(Circumstance at)
    {
        var fields = at.Answers.Where(a => a.Field is { } field && a.Values.Count > 0 && field != CaseView.Named)
            .DistinctBy(a => a.Field, StringComparer.Ordinal).Select(a => new Choice(a.Field!, LabelKey(a)));
        var view = View(at);
        var consents = recipients.All.Where(r => view.Granted(r.Id).Count > 0).Select(r => new Choice(ConsentPointer + r.Id, null, r.Name));
        // A yes that fills nothing in the summary goes by the name of its question, which wish-change asks.
        var rings = at.Answers.Any(a => a.Step == Rings.Question) && Rings.IsAsked(file, view, today) ? [new Choice("/" + Rings.Question, "common/ring")] : Array.Empty<Choice>();
        return [.. fields, .. consents, .. rings, .. TalkView.Yes(at.Answers) is null || file.Talks.All(t => t.Handoff?.IsOver(today) == true) ? Array.Empty<Choice>() : [new(ConsentPointer + TalkView.Item, "common/talk")]];
    }

    /// <summary>The field's name; where it has none, the question that it answers.</summary>
    private string LabelKey(Answer answer) =>
        Domain.LabelOf(answer.Field!) is var label && content.Localizer.Catalog.Has(label) ? label : answer.Step + "/text";

    /// <summary>Whether the walks of a turn look at the same answers. A consent taken back keeps its place in the log, so the values count too.</summary>
    private static bool Same(IReadOnlyList<Answer> one, IReadOnlyList<Answer> other)
    {
        if (ReferenceEquals(one, other))
            return true;
        if (one.Count != other.Count)
            return false;
        for (var i = 0; i < one.Count; i++)
            if (one[i].Order != other[i].Order || one[i].Step != other[i].Step || one[i].Item != other[i].Item || !one[i].Values.SequenceEqual(other[i].Values))
                return false;
        return true;
    }

    private CaseView View(Circumstance at)
    {
        if (_view is { } known && Same(known.Of, at.Answers))
            return known.View;
        var view = new CaseView(file, at.Answers, content, today);
        _view = (at.Answers, view);
        return view;
    }
}
