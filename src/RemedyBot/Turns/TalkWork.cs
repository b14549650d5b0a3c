using RemedyBot.Handoff.Consent;
using RemedyBot.Handoff.Desk;
using RemedyBot.Handoff.Live;
using RemedyBot.Remedy.Sharing;
using RemedyBot.Storage.Desk;
using RemedyBot.Storage.Outbox;

namespace RemedyBot.Turns;

/// <summary>Carries a talk: the wish for it, each thing that is said, its end. All of it are parcels for the desk, in the turn's own commit.</summary>
public sealed class TalkWork(TalkView view, IRecipients recipients, LiveRoom room, HandoffMeans means, Func<long> newOutboxId, TurnOptions options, TimeProvider time)
{
    // Letters may follow, and have their room.
    private const int MostLines = DeskDraft.MostLines - DeskDraft.MostAnswers;

    public TalkView View => view;

    private DateTimeOffset Now => DateTimeOffset.FromUnixTimeSeconds(time.GetUtcNow().ToUnixTimeSeconds());

    private DateOnly Today => DateOnly.FromDateTime(Now.UtcDateTime);

    /// <summary>Asks for a talk. Where nobody is there any more nothing leaves, and the talk is over before it began.</summary>
    public CaseFile Begin(CaseFile file, CaseView seen, List<OutboxDraft> drafts)
    {
        if (file.OpenTalk is not null || TalkView.Yes(seen.Answers) is not { } asked)
            return file;
        if (!view.IsOffered(file) || recipients.Find(DeskCard.RecipientId) is not { } desk)
            return file with { Talks = [.. file.Talks, new(asked, Now, TalkStage.Missed, null)] };
        var reference = HandoffReference.New(means.Random);
        var expires = Today.AddDays(options.ConsentDays);
        var by = seen.Summary is { } summary ? ConsentRules.By(summary) : "self";
        var terms = new ConsentTerms(options.Instance, TalkView.Granted(seen.Answers), TalkDocument.Purpose, by, Today, expires, TalkDocument.TextVersion) { Talk = Now };
        var consent = TalkDocument.ConsentOf(desk, terms, file.Language);
        var prepared = HandoffPreparation.Prepare(reference, TalkDocument.Write(reference, seen, consent), desk, terms, means);
        var id = newOutboxId();
        drafts.Add(prepared.Parcel.ToDraft(id, Now));
        room.Hear(reference);
        var name = recipients.In(file.Language).First(card => card.Id == desk.Id).Name;
        var handoff = new HandedOver(desk.Id, desk.Kind, name, reference, prepared.BoxId, prepared.BoxKey, id, "waiting", Today, expires) { Consents = [consent] };
        return file with { Talks = [.. file.Talks, new(asked, Now, TalkStage.Requested, handoff)] };
    }

    /// <summary>What the person writes while a talk is open goes to the desk. The last line that it holds ends it.</summary>
    public CaseFile Say(CaseFile file, string words, List<OutboxDraft> drafts) => file.OpenTalk is not { Handoff.Replies.Count: var count } ? file
        : count < MostLines - 1 ? Send(file, words, null, drafts)
        : Close(file, drafts, words);

    /// <summary>Ends the talk though the person did not ask for that.</summary>
    public CaseFile Close(CaseFile file, List<OutboxDraft> drafts, string words = "") =>
        Happen(file with { Talks = [.. file.Talks.Select(t => t.IsOpen ? t with { Closed = true } : t)] }, TalkEvent.Cancelled, drafts, words);

    /// <summary>Whatever ends a talk on the person's side is told at the desk.</summary>
    public CaseFile Happen(CaseFile file, TalkEvent happened, List<OutboxDraft> drafts, string words = "")
    {
        if (file.OpenTalk is not { Handoff: { } handoff } talk || TalkStages.Next(talk.Stage, happened) is var next && next == talk.Stage)
            return file;
        if (!next.IsOpen())
        {
            file = Send(file, words, happened, drafts);
            room.Close(handoff.Ref);
        }

        return file with { Talks = [.. file.Talks.Select(t => t.IsOpen ? t with { Stage = next } : t)] };
    }

    /// <summary>Looks whether a talk that is open can go on: somebody has to be there.</summary>
    public CaseFile Settle(CaseFile file, List<OutboxDraft> drafts)
    {
        if (file.OpenTalk is not { Handoff: { } handoff } talk)
            return file;
        room.Hear(handoff.Ref);
        // Only the desk takes a talk; a hub may say that it is over.
        if (file.Hub is { } told and not TalkEvent.Accepted)
            return Happen(file, told, drafts);
        if (talk.Stage == TalkStage.Human)
            return room.IsHeld(handoff.Ref) ? file : Happen(file, TalkEvent.WorkerGone, drafts);
        var late = view.Offer is not { } offer || Now >= talk.Since.AddMinutes(offer.WaitMinutes);
        return late || !view.IsStaffed ? Happen(file, TalkEvent.NobodyCame, drafts) : file;
    }

    /// <summary>The file after the desk's letters, and what a human wrote in them: shown now, and kept no longer than the turn it is shown in.</summary>
    /// <param name="before">The same file before the letters were opened.</param>
    public static (CaseFile File, IReadOnlyList<HumanWords> Said) Hear(CaseFile before, CaseFile after)
    {
        if (before.OpenTalk is not { Handoff: { } old } talk || after.Talks.FirstOrDefault(t => t.Asked == talk.Asked) is not { Handoff: { } now } read)
            return (after, []);
        IReadOnlyList<HumanWords> said = [.. now.Letters.Skip(old.Letters.Count).Where(l => l.Text is not null).Select(l => new HumanWords(now.Name, now.Ref, l.Text!))];
        return (after with { Talks = [.. after.Talks.Select(t => t == read ? t with { Handoff = now with { Letters = old.Letters } } : t)] }, said);
    }

    /// <summary>Where the last talk stands now, as a `handoff.status` names it; null where that did not change.</summary>
    public static string? Change(CaseFile before, CaseFile after) =>
        after.Talks is [.., var last] && before.Talks.LastOrDefault(t => t.Asked == last.Asked)?.Stage != last.Stage ? last.Stage.ToStatus() : null;

    private CaseFile Send(CaseFile file, string words, TalkEvent? happened, List<OutboxDraft> drafts)
    {
        if (file.OpenTalk is not { Handoff: { } handoff } talk || recipients.Find(DeskCard.RecipientId) is not { } desk)
            return file;
        // Nobody waits for news of a single line: the desk is here, and what was committed arrives.
        var route = new HandoffRoute(desk, handoff.Ref, handoff.Expires) { Happened = happened };
        var id = newOutboxId();
        drafts.Add(PersonAnswer.Prepare(route, words, handoff.Replies.Count + 1, Today, means).ToDraft(id, Now));
        return file with { Talks = [.. file.Talks.Select(t => t == talk ? t with { Handoff = handoff with { Replies = [.. handoff.Replies, id], Lines = handoff.Lines + 1 } } : t)] };
    }
}
