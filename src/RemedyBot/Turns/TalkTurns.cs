using RemedyBot.Dialogs.Turns;
using RemedyBot.Handoff.Live;
using RemedyBot.Storage.Mailboxes;
using RemedyBot.Storage.Outbox;
using Engine = RemedyBot.Dialogs.Turns.Engine;

namespace RemedyBot.Turns;

/// <summary>What talks and letters add to a turn.</summary>
public sealed class TalkTurns(Engine engine, TalkWork talks, HandoffWork handoffs, LetterStore letters)
{
    private static readonly IReadOnlySet<string> Silent = new HashSet<string>();
    private const string States = "return/states";
    private const string Letters = "return/letters";
    private static readonly (string Signal, string Step, string Routes)[] Helps = [("danger", "danger", "emergency"), ("selfharm", "selfharm", "crisis")];

    public TalkView View => talks.View;

    /// <summary>One turn of the engine. While a human is there nothing comes between: who may be in danger is shown where help is, and the talk goes on.</summary>
    public TurnResult Think(CaseFile file, Input input, IReadOnlySet<string> signals, IWorld world, Look look)
    {
        if (file.OpenTalk is not { Stage: TalkStage.Human })
            return engine.Turn(file.Conversation, input, signals, world, look);
        var result = engine.Turn(file.Conversation, input, Silent, world, look);
        var help = Helps.Where(h => signals.Contains(h.Signal))
            .Select(h => new Message { Step = "talk/" + h.Step, Topic = "safety", Kind = "say", TextKey = $"talk/{h.Step}/text", Routes = h.Routes });
        return result with { Messages = [.. help, .. result.Messages] };
    }

    /// <summary>Carries out what the person wrote, asked for or ended.</summary>
    public CaseFile Do(CaseFile file, Effect effect, CaseView view, List<OutboxDraft> drafts)
    {
        if (effect.Kind != EffectKind.Reply)
            return effect.Kind == EffectKind.Talk ? talks.Begin(file, view, drafts) : End(file, drafts);
        if (effect is not { Words: { } words, Item: { } item })
            return file;
        if (file.OpenTalk?.Item == item)
            return talks.Say(file, words, drafts);
        var (after, draft) = handoffs.Reply(file, item, words);
        drafts.AddRange(draft is null ? [] : [draft]);
        return after;
    }

    /// <summary>The person has gone, or wants no more: a talk that is open ends.</summary>
    public CaseFile End(CaseFile file, List<OutboxDraft> drafts) => talks.Happen(file, TalkEvent.Cancelled, drafts);

    /// <summary>Opens the letters that came, looks whether a talk can go on, and where either changed something lets the dialogs say so.</summary>
    /// <param name="file">After all that the person did in this turn.</param>
    public async Task<Heard> HearAsync(CaseFile before, CaseFile file, TurnResult result, List<OutboxDraft> drafts, Func<CaseFile, IWorld> world, CancellationToken cancellation)
    {
        if (result.Messages.Any(m => m.Step == States))
            file = file.Told(handoffs.Today);
        var (opened, read) = await handoffs.UnreadAsync(file, letters, cancellation);
        var (heard, said) = file.Returns > 0 && engine.IsWatched(file.Conversation, world(file)) ? (opened, []) : TalkWork.Hear(file, opened);
        if (file.Returns > before.Returns)
            heard = talks.Close(heard, drafts);
        var settled = talks.Settle(heard, drafts);
        var messages = result.Messages;
        var turned = before.OpenTalk?.Stage != settled.OpenTalk?.Stage || result.Effects.Any(e => e.Kind == EffectKind.Talk);
        if (turned && !result.Conversation.Ended)
        {
            var on = engine.Turn(settled.Conversation, new Input.Again(), Silent, world(settled));
            settled = settled with { Conversation = on.Conversation };
            messages = [.. messages.Where(m => m.Kind == "say"), .. on.Messages];
        }

        if (IsNews(settled))
        {
            // Words that left their question standing were a knock at the door: that they answered nothing need not be said.
            var knocked = before.Conversation.Asking == settled.Conversation.Asking;
            var on = engine.Turn(settled.Conversation, new Input.News(), Silent, world(settled));
            settled = settled with { Conversation = on.Conversation };
            messages = [.. messages.Where(m => m.Kind == "say" && !knocked), .. on.Messages];
        }
        if (settled.OpenTalk is not null && before.Conversation.Asking == settled.Conversation.Asking)
            messages = [.. messages.Select(m => m with { Quiet = m.Kind != "say" })];
        if (messages.Any(m => m.Step == Letters))
            settled = settled.Shown();
        return new(settled, read, said, messages, TalkWork.Change(before, settled));
    }

    /// <summary>Something came for somebody in a messaging app, where no code is typed: they are told of it before the next question, and of nothing before an alarm or a wish is through.</summary>
    private bool IsNews(CaseFile file) => file.App && file.OpenTalk is null && engine.IsCalm(file.Conversation) && file.HasNews(handoffs.Today);
}
