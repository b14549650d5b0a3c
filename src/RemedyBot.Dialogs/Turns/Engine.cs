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
        var next = Apply(Listening.To(conversation, signals, set, limits), before, input, signals, world, notices);
        var (walk, after, open) = _pruning.Walked(next, world);
        var result = Close(walk, (after, open), before, notices);
        return result with { Conversation = Replaced.Noted(conversation, result.Conversation) };
    }

    /// <summary>The question that waits, as a message without its progress; null before the first and after the end.</summary>
    public Message? Present(Conversation conversation, IWorld world) =>
        Find(conversation, world) is { } at ? Compose.Question(at, conversation, Wishing.Offered(at, conversation), null) : null;

    /// <summary>The question that waits and the values taken at it though they are not shown, found in one walk.</summary>
    public Look Look(Conversation conversation, IWorld world)
    {
        var at = Find(conversation, world);
        return at is null ? new(null, null, []) : new(at, Compose.Question(at, conversation, Wishing.Offered(at, conversation), null), AcceptedAt(at, conversation, world));
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

    private Waiting? Find(Conversation conversation, IWorld world) => new Walk(set, conversation, world, limits, Extent.Question).Waiting;

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
                return Wishing.Apply((set, world, limits), conversation, at, wish.Name, notices);
        }
        if (at is null)
            return conversation;
        var read = Prompt.Read(at, input, conversation, limits, AcceptedAt(at, conversation, world));
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
                return conversation with { Attempts = conversation.Attempts + 1 };
            default:
                throw new DialogException("An acceptance has no consequence.");
        }
    }

    private static TurnResult Close(Walk walk, (Conversation Conversation, int Open) after, Waiting? before, List<Message> notices)
    {
        var (conversation, open) = after;
        if (walk.Waiting is not { } at)
            return new(conversation with { Asking = null }, [.. notices, .. walk.Messages], walk.Effects);
        var fresh = before?.Key != at.Key;
        if (fresh)
            notices.RemoveAll(notice => Notices.AreAboutAnAnswer(notice) && (before?.Ask == at.Ask || notice.TextKey != $"{at.Dialog.Name}/{at.Ask.Id}/retry"));
        if (fresh && before is not null)
            conversation = conversation with { Picked = [], Attempts = 0 };
        // Whoever types a code stands before two conversations: how long the one will be says nothing of the other.
        var (marked, progress) = at.Ask.Mode == "return" ? (conversation, ((int, int)?)null) : Wishing.Progress(conversation, open);
        var question = Compose.Question(at, marked, Wishing.Offered(at, marked), progress);
        return new(marked with { Asking = at.Key }, [.. notices, .. walk.Messages, question], walk.Effects);
    }
}
