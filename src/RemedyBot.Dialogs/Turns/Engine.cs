using RemedyBot.Dialogs.Model;
using RemedyBot.Dialogs.Prompts;

namespace RemedyBot.Dialogs.Turns;

/// <summary>
/// Decides what happens next: (dialogs, conversation, input) to (conversation, messages, effects). Pure, so every conversation can be replayed.
/// </summary>
public sealed class Engine(DialogSet set, Limits limits)
{
    private readonly Pruning _pruning = new(set, limits);

    public DialogSet Dialogs => set;

    /// <summary>One turn. Throws only for faults of the content or the host.</summary>
    /// <param name="signals">Signals heard in the person's words.</param>
    /// <param name="seen">A look at this same conversation, where one was taken already: it spares a walk.</param>
    public TurnResult Turn(Conversation conversation, Input input, IReadOnlySet<string> signals, IWorld world, Look? seen = null)
    {
        var notices = new List<Message>();
        var before = conversation.Asking is null ? null : seen is null ? Find(conversation, world) : seen.At;
        if (before is { Unseen: true })
            conversation = conversation with { Picked = [], Attempts = 0 };
        var next = Apply(Listening.To(conversation, signals, set, limits), before, input, signals, world, notices);
        var (walk, after, open) = _pruning.Walked(next, world);
        var result = Close(walk, (after, open), before?.Before ?? before, notices);
        return result with { Conversation = Replaced.Noted(conversation, result.Conversation) };
    }

    /// <summary>The question that waits, as a message without its progress; null before the first and after the end.</summary>
    public Message? Present(Conversation conversation, IWorld world) =>
        Find(conversation, world) is { } at ? Compose.Question(at, conversation, Wishing.Offered(at, conversation), null) : null;

    /// <summary>The question that waits and the values taken at it though they are not shown, found in one walk.</summary>
    public Look Look(Conversation conversation, IWorld world)
    {
        var at = Find(conversation, world);
        if (at is null)
            return new(null, null, []);
        var question = Compose.Question(at, conversation, Wishing.Offered(at, conversation), null);
        return new(at, conversation.Offered is { } offered && !at.Unseen ? question with { Choices = Compose.AsSent(at.Choices, offered) } : question, AcceptedAt(at, conversation, world));
    }

    /// <summary>Answers that count, in the order they were given.</summary>
    public static IReadOnlyList<Answer> Answers(Conversation conversation) => Memory.Answers(conversation);

    /// <summary>Whether somebody came back and has not said yet that nobody else sees the screen: until then nothing of before is shown.</summary>
    public bool IsWatched(Conversation conversation, IWorld world) => Returning.Wishes(set, conversation, world) is not null;

    /// <summary>Whether a question of the intake waits: no alarm, no wish and no return has to be answered before it.</summary>
    public bool IsCalm(Conversation conversation) => conversation is { Ended: false, Aside: null, Reask: null, Asking: { } key }
        && Keys.Walked(key).Length == 0 && set.Find(key[..key.IndexOf('/', StringComparison.Ordinal)]) is { Interrupts: null };

    /// <summary>The model of the question that waits, for the reader of inputs.</summary>
    public Ask? Question(Conversation conversation) =>
        conversation.Asking is { } key ? set.Step(Keys.Step(key)) as Ask : null;

    /// <summary>The question that was sent last, as long as it has a place: what came in before it since is asked after it. Else the first open one, unseen. A consent to other groups is another.</summary>
    private Waiting? Find(Conversation conversation, IWorld world)
    {
        var first = new Walk(set, conversation, world, limits, Extent.Question).Waiting;
        if (first is null || conversation.Asking is not { } sent)
            return first;
        var at = first.Key == sent ? first : new Walk(set, conversation, world, limits, Extent.Asked).Waiting;
        if (at is null || (at.Ask.Kind == PromptKind.Consent && conversation.Offered is { } offered && !offered.ToHashSet().SetEquals(at.Choices.Select(c => c.Value))))
            return first with { Unseen = true };
        return ReferenceEquals(at, first) ? first : at with { Before = first };
    }

    private IReadOnlyList<Choice> AcceptedAt(Waiting at, Conversation conversation, IWorld world) => at.Ask.Accepts is { } list
        ? new Memory(set, conversation, world) { Item = at.Item, Mode = at.Ask.Mode }.List(list)
        : [];

    private Conversation Apply(Conversation conversation, Waiting? at, Input input, IReadOnlySet<string> signals, IWorld world, List<Message> notices)
    {
        switch (input)
        {
            case Input.Return:
                return Returning.Back(set, conversation, Words.Return);
            case Input.News:
                return Returning.Back(set, conversation, Words.News);
            case Input.Resume resume:
                return Wishing.Resuming(conversation, at, resume.Wrong, set, notices);
            case Input.Again:
                return conversation;
            case Input.Language language:
                return Wishing.Spoken(set, conversation, at, language.Tag);
            case Input.Wish wish:
                return Wishing.Apply((set, world, limits), conversation, at, wish, notices);
        }
        if (at is null)
            return conversation;
        if (at.Unseen && set.Step(Keys.StepOf(conversation.Asking)) is null)
            notices.Add(Compose.About(at, "common/ended-version"));
        var read = Prompt.Read(at, input, conversation, limits, AcceptedAt(at, conversation, world));
        // No answer to what was sent, and another question comes first now: what was written is not about that one.
        if (at.Before is { } first && read is Acceptance.Retry or Acceptance.Toggled)
            (at, read) = (first, new Acceptance.Retry("unseen"));
        switch (read)
        {
            case Acceptance.Taken taken:
                return Recording.Answered(set, conversation, at, taken, signals);
            case Acceptance.Beside beside:
                notices.Add(Compose.About(at, at.Ask.Thanks is null ? "common/thanks" : $"{at.Dialog.Name}/{at.Ask.Id}/thanks"));
                return Recording.Beside(conversation, at, beside.Text);
            case Acceptance.Toggled toggled:
                return Recording.Toggled(conversation, toggled.Value);
            case Acceptance.Edit:
                return Wishing.Start(conversation, "change");
            case Acceptance.Retry retry:
                notices.Add(Compose.About(at, Notices.Retry(at, retry.Reason, conversation, limits)));
                return conversation with { Attempts = conversation.Attempts + (retry.IsWrong ? 1 : 0), Picked = retry.Meant ?? conversation.Picked };
            default:
                throw new DialogException("An acceptance has no consequence.");
        }
    }

    private static TurnResult Close(Walk walk, (Conversation Conversation, int Open) after, Waiting? before, List<Message> notices)
    {
        var (conversation, open) = after;
        if (walk.Waiting is not { } at)
            return new(conversation with { Asking = null, Offered = null }, [.. notices, .. walk.Messages], walk.Effects);
        var fresh = before?.Key != at.Key;
        if (fresh)
            notices.RemoveAll(notice => Notices.AreAboutAnAnswer(notice) && (before?.Ask == at.Ask || notice.TextKey != $"{at.Dialog.Name}/{at.Ask.Id}/retry"));
        if (at.Key != conversation.Asking)
            conversation = conversation with { Picked = [], Attempts = 0 };
        // Whoever types a code stands before two conversations: how long the one will be says nothing of the other.
        var (marked, progress) = at.Ask.Mode == "return" ? (conversation, ((int, int)?)null) : Wishing.Progress(conversation, open);
        var question = Compose.Question(at, marked, Wishing.Offered(at, marked), progress);
        return new(marked with { Asking = at.Key, Offered = [.. at.Choices.Select(c => c.Value)] }, [.. notices, .. walk.Messages, question], walk.Effects);
    }
}
