using RemedyBot.Composition;
using RemedyBot.Dialogs.Turns;
using RemedyBot.Handoff.Consent;
using RemedyBot.Handoff.Desk;
using RemedyBot.Handoff.Letters;
using RemedyBot.Localization.Catalogs;
using RemedyBot.Remedy.Recipients;
using RemedyBot.Remedy.Sharing;
using Route = RemedyBot.Remedy.Routes.Route;

namespace RemedyBot.Turns;

/// <summary>What one turn's placeholders are filled from.</summary>
internal sealed class Scene(Deeds deeds, CaseView view, LoadedContent content, Offering recipients, (TurnOptions Options, DateOnly Today, Translations Translations) given)
{
    private readonly Catalog _catalog = content.Localizer.Catalog;

    public string Language => deeds.File.Language;

    public CaseView View => view;

    public string? Code => deeds.Code;

    /// <summary>The answers that a placeholder stands for, in words: who wrote each and when, what, and what of it was left out. None for any other placeholder.</summary>
    public IReadOnlyList<(string Head, string Words, string? Note)> Letters(string placeholder) => placeholder is "letters" ? Answers(l => !l.IsOld(deeds.File.Returns))
        : placeholder is "shown-letters" ? Answers(l => l.ShownAt is not null) : [];

    private IReadOnlyList<(string Head, string Words, string? Note)> Answers(Func<LetterRead, bool> which) => [.. deeds.File.Held.SelectMany(held => held.Written.Where(which).Select(l => (
        Common("letter-from", ("recipient", new Arg.Words(held.Name)), ("reference", new Arg.Verbatim(held.Ref)), ("day", new Arg.Day(l.Day))),
        l.Text!,
        l.FileLeftOut ? Common("letter-file") : null)))];

    private IEnumerable<HandedOver> Standing => deeds.File.Handoffs.Where(h => h.Stands(given.Today));

    public string By => view.Summary is { } summary ? ConsentRules.By(summary) : "self";

    /// <summary>Whom a consent is for; keeping is for the person.</summary>
    public RecipientCard? Recipient(Message message) => message.To == "keep"
        ? new("self", "keep", _catalog.Render(Language, "common/keep"), null)
        : message.To == TalkView.Item ? recipients.All.FirstOrDefault(r => r.Id == DeskCard.RecipientId)
        : recipients.All.FirstOrDefault(r => r.Id == message.Item);

    /// <summary>What a field group is called; a talk shows only a part of it.</summary>
    public static string GroupKey(string? mode, string group) => (mode == TalkView.Item ? "common/talk." : "common/") + group;

    public Arg Fill(string type, Message message) => type switch
    {
        "country" => view.Country is { } code ? new Arg.Country(code) : new Arg.Words(""),
        "page" => new Arg.Verbatim(given.Options.Page ?? ""),
        "readers" => new Arg.Words(_catalog.Render(Language, "apps/readers-" + deeds.File.Readers)),
        "code" => new Arg.Verbatim(deeds.Code ?? _catalog.Render(Language, "common/code-again")),
        "recipient" => new Arg.Words(RecipientName(message)),
        "groups" => new Arg.Words(string.Join('\n', (message.Groups ?? []).Select(g => "– " + _catalog.Render(Language, GroupKey(message.Mode, g))))),
        "reference" => new Arg.Verbatim((Proven(message) ?? Standing.LastOrDefault(h => h.Item == message.Item))?.Ref ?? ""),
        "day" => new Arg.Day(deeds.File.LastReturn ?? deeds.File.Created),
        "days" => new Arg.Words(_catalog.Render(Language, "common/days", new Dictionary<string, Arg> { ["count"] = new Arg.Count(given.Options.KeptDays) })),
        "count" => new Arg.Count(given.Options.KeptDays),
        "summary" => new Arg.Lines(Summary()),
        "state" => new Arg.Words(string.Join('\n', deeds.File.Held.Select(State))),
        "about" => new Arg.Words(recipients.Card(message.Item) is { } card ? string.Join('\n', About(card)) : ""),
        "late" => new Arg.Words(string.Join(", ", Standing.Where(h => h.IsLate(given.Today)).Select(h => h.Name))),
        "unheard" => new Arg.Words(string.Join(", ", Standing.Where(h => h.Unheard).Select(h => h.Name))),
        "lost" => new Arg.Words(string.Join(", ", deeds.File.Held.Where(h => h.AnswerLost && h.Stands(given.Today)).Select(h => h.Name))),
        "due" => Standing.LastOrDefault(h => h.Item == message.Item) is { AnswerBy: { } by } ? new Arg.Day(by)
            : LateNotices.AnswerBy(recipients.Card(message.Item), given.Today) is { } usual ? new Arg.Day(usual) : new Arg.Words(""),
        "reads" => new Arg.Words(message.Item is { } id && recipients.ReadsOf(id) is [var first, ..] ? content.Localizer.Registry.Find(first)?.Name ?? first : ""),
        "redacted" => new Arg.Words(message.Item is { } id && given.Translations.Redacted(view, id, Language) is { } words ? words : ""),
        "engine" => new Arg.Words(given.Translations.Engine),
        "translation" => new Arg.Words(message.Item is { } id ? given.Translations.Text(deeds.File, view, id) : ""),
        "contact" => new Arg.Verbatim(LateNotices.AddressIn(view) ?? ""),
        "sender" => new Arg.Verbatim(given.Options.NoticesFrom ?? ""),
        "notice" => new Arg.Words(LateNotices.Words(content, Language)),
        "ring" => new Arg.Words(_catalog.Render(Language, Rings.Text)),
        "slip" => new Arg.Verbatim(Slip(message) ?? ""),
        "slip-day" => Slip(message) is { } slip && ProofSlip.Peek(slip) is { Day: var proven } ? new Arg.Day(proven) : new Arg.Words(""),
        "minutes" => Minutes(content.Domain.Talk?.AnswerMinutes),
        "wait" => Minutes(content.Domain.Talk?.WaitMinutes),
        "hours" => new Arg.Words(content.Domain.Talk is { } talk ? recipients.Words(talk.Hours) : ""),
        "sum" => new Arg.Words(new Told(content, Language).Sum(view.Answers) ?? ""),
        "letters" or "shown-letters" => new Arg.Lines(string.Join('\n', Letters(type).Select(l => string.Join('\n', new[] { l.Head, l.Words, l.Note }.Where(line => !string.IsNullOrEmpty(line)))))),
        "shown" => new Arg.Words(Common("letters-shown", ("count", new Arg.Count(deeds.File.Held.Sum(h => h.Written.Count(l => l.IsOld(deeds.File.Returns))))))),
        _ => new Arg.Words(""),
    };

    /// <summary>The slip that a message is about; null where it is about none.</summary>
    public string? Slip(Message message) => Proven(message)?.Slip;

    /// <summary>Numbers and links under a message, as text and as what a page may make tappable.</summary>
    public (IReadOnlyList<string> Lines, IReadOnlyList<Option> Links) RouteLines(IReadOnlyList<Route> routes, string? selector)
    {
        var lines = new List<string>();
        var links = new List<Option>();
        if (selector is "emergency-unknown" or "emergency" && routes.All(r => r.Numbers.Count == 0))
            lines.Add(Text("how-to-find"));
        foreach (var route in routes.Where(r => r.Numbers.Count + r.Links.Count > 0))
        {
            foreach (var number in route.Numbers)
            {
                lines.Add(Text("number", ("label", Text(number.Label)), ("number", number.Number)));
                links.Add(new("tel:" + number.Number, number.Number));
            }
            if (selector is "emergency" && route.IsPart)
                lines.Add(Text("how-to-find-others"));
            foreach (var link in route.Links)
            {
                lines.Add(route.Name is { } name ? Text("link", ("name", name), ("link", link)) : link);
                links.Add(new(link, link));
            }
            if (route.Verified is null && !lines.Contains(Text("unverified")))
                lines.Add(Text("unverified"));
        }
        return (lines, links);
    }

    /// <summary>The case of a slip is walked by its reference: one place may have had two.</summary>
    private HandedOver? Proven(Message message) => deeds.File.Handoffs.FirstOrDefault(h => h.Ref == message.Item && h.Slip is not null);

    private Arg.Words Minutes(int? count) => new(Common("minutes", ("count", new Arg.Count(count ?? 0))));

    private string Summary() => string.Join('\n', SummaryLines.Of(view.Summary, content, Language));

    /// <summary>The recipient the dialog is walked for, or the one whose consent was picked to be taken back.</summary>
    private string RecipientName(Message message)
    {
        if (Proven(message) is { Name: var proven })
            return proven;
        var id = message.Item ?? (Picked() is { } field && field.StartsWith(CaseWorld.ConsentPointer, StringComparison.Ordinal) ? field[CaseWorld.ConsentPointer.Length..] : "");
        var name = TalkView.IsTalk(id) ? DeskCard.RecipientId : id;
        return recipients.All.FirstOrDefault(r => r.Id == name)?.Name ?? id;
    }

    private string? Picked() => view.Answers.LastOrDefault(a => a.Values is [['/', ..]] && a.Field is null)?.Values[0];

    private string State(HandedOver handoff)
    {
        var state = handoff.Withdrawn ? Withdrawn(handoff) : handoff.IsOver(given.Today) ? Ended(handoff) : Common(handoff switch
        {
            { Unheard: true } => "state.delivered-unheard",
            { State: "failed", MayHaveArrived: true } => "state.failed-unsure",
            _ => "state." + handoff.State,
        });
        return $"{handoff.Name} ({handoff.Ref}): {state}" + (handoff.Theirs is { } theirs ? " " + Common("their-reference", ("reference", new Arg.Verbatim(theirs))) : "");
    }

    /// <summary>That the yes has come to its end, and what became of the case by then.</summary>
    private string Ended(HandedOver handoff) => Common("state.ended", ("day", new Arg.Day(handoff.Expires))) + " " + Common(handoff switch
    {
        { State: "failed", MayHaveArrived: true } => "state.failed-unsure",
        { State: "failed" } => "state.failed",
        { Arrived: false } => "state.ended-unknown",
        { Kind: HandoffPreparation.DeskKind } => "state.ended-desk",
        _ => "state.ended-asked",
    });

    /// <summary>What became of a case that was taken back, and no more than is known.</summary>
    private string Withdrawn(HandedOver handoff) => (handoff.Back, handoff.Confirmed) switch
    {
        _ when handoff.Kind == HandoffPreparation.DeskKind => Common("state.withdrawn-desk"),
        (TakenBack.NeverLeft, _) => Common("state.withdrawn-never-left"),
        (TakenBack.NotThere, _) => Common("state.withdrawn-not-there", ("recipient", new Arg.Words(handoff.Name))),
        (TakenBack.Undelivered, _) => Common("state.withdrawn-undelivered", ("recipient", new Arg.Words(handoff.Name)), ("reference", new Arg.Verbatim(handoff.Ref))),
        (_, { } day) => Common(handoff.OneWay ? "state.withdrawn-told" : "state.withdrawn-confirmed", ("day", new Arg.Day(day))),
        _ => Common("state.withdrawn"),
    };

    /// <summary>What a person should know of a recipient before saying yes or no.</summary>
    private IEnumerable<string> About(HelpCard card)
    {
        if (recipients.Words(card.Mandate) is { Length: > 0 } mandate)
            yield return mandate;
        yield return Common(card.Answers ? "card.answers" : "card.looks", ("count", new Arg.Count(card.AnswerDays)));
        if (!card.Answers)
            yield return Common("card.one-way");
        if (recipients.Words(card.Hours) is { Length: > 0 } hours)
            yield return Common("card.hours", ("hours", new Arg.Words(hours)));
        if (card.Capacity == Capacity.Limited)
            yield return Common("card.limited");
        if (card.Needs.Count > 0)
            yield return Common("card.needs", ("groups", new Arg.Words(string.Concat(card.Needs.Select(g => "\n– " + _catalog.Render(Language, "common/" + g))))));
    }

    private string Common(string key, params ReadOnlySpan<(string Name, Arg Value)> values)
    {
        var args = new Dictionary<string, Arg>(StringComparer.Ordinal);
        foreach (var (name, value) in values)
            args[name] = value;
        return _catalog.Render(Language, "common/" + key, args);
    }

    private string Text(string key, params ReadOnlySpan<(string Name, string Value)> values)
    {
        var args = new Dictionary<string, Arg>(StringComparer.Ordinal);
        foreach (var (name, value) in values)
            args[name] = name is "number" or "link" ? new Arg.Verbatim(value) : new Arg.Words(value);
        return _catalog.Render(Language, "routes/" + key, args);
    }
}
