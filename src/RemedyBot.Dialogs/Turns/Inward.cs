using RemedyBot.Dialogs.Model;

namespace RemedyBot.Dialogs.Turns;

/// <summary>Effects that change the conversation itself. Each takes the last answer given in its dialog.</summary>
internal static class Inward
{
    /// <summary>The conversation after the effect, or null where the effect is one on the world.</summary>
    public static Conversation? Apply(DialogSet set, string effect, Conversation conversation, (string Dialog, string Suffix) at)
    {
        var (dialog, suffix) = at;
        var answer = conversation.Log.LastOrDefault(e => e.IsAnswer && e.Values.Length > 0
            && e.Key.StartsWith(dialog + "/", StringComparison.Ordinal) && e.Key.EndsWith(suffix, StringComparison.Ordinal));
        return effect switch
        {
            "language" => conversation with { Language = answer?.Values[0] ?? conversation.Language },
            "enough" => Enough(conversation),
            "change" => Reasked(set, conversation, Picked(conversation, dialog, suffix)),
            "reconsider" => Reconsidered(set, conversation),
            "again" => conversation with { Log = conversation.Log.RemoveAll(e => e.Kind != EntryKind.Said && InDialog(e, dialog, suffix)) },
            "withdraw" => Withdrawn(set, conversation, Picked(conversation, dialog, suffix)),
            _ => null,
        };
    }

    /// <summary>The effect on the world, where there is none on the conversation.</summary>
    public static EffectKind Outward(string effect) => effect switch
    {
        "handoff" => EffectKind.Handoff,
        "keep" => EffectKind.Keep,
        "move" => EffectKind.Move,
        "erase" => EffectKind.Erase,
        "forget" => EffectKind.Forget,
        "reply" => EffectKind.Reply,
        "talk" => EffectKind.Talk,
        "hang-up" => EffectKind.HangUp,
        _ => throw new DialogException($"No effect is called {effect}."),
    };

    /// <summary>What was written in the dialog's step `words`.</summary>
    public static string? Words(Conversation conversation, string dialog, string suffix) =>
        conversation.Log.Find(e => e.Key == $"{dialog}/words{suffix}") is { Values: [var words, ..] } ? words : null;

    private static bool InDialog(Entry entry, string dialog, string suffix) =>
        entry.Key.StartsWith(dialog + "/", StringComparison.Ordinal) && entry.Key.EndsWith(suffix, StringComparison.Ordinal);

    public const string ConsentPointer = "/consent/";

    public static Conversation Enough(Conversation conversation) =>
        conversation.Log.Exists(e => e.Key == Memory.WishKey("enough"))
            ? conversation
            : conversation.With(new Entry(Memory.WishKey("enough"), EntryKind.Wish));

    /// <summary>The pointer that the person picked: an answer in this dialog that begins with a slash.</summary>
    private static string? Picked(Conversation conversation, string dialog, string suffix) =>
        conversation.Log.LastOrDefault(e => e.IsAnswer && e.Values is [['/', ..], ..]
            && e.Key.StartsWith(dialog + "/", StringComparison.Ordinal) && e.Key.EndsWith(suffix, StringComparison.Ordinal))?.Values[0];

    /// <summary>Of the questions that add to one list the first is asked anew, else the one that was answered last; words told beside a question by themselves.</summary>
    private static Conversation Reasked(DialogSet set, Conversation conversation, string? pointer)
    {
        var answers = conversation.Log.Where(e => e.IsAnswer && pointer is not null && e.Field == pointer).OrderBy(e => e.Order).ToList();
        if (answers.Count == 0)
            return conversation;
        var asked = Memory.AddsUp(set, answers[^1]) ? answers[0] : answers[^1];
        return conversation with { Reask = Retelling.Has(set, pointer!) ? asked.Key : Keys.Base(asked.Key) };
    }

    /// <summary>What was asked for each of a list is asked again of those who were handed nothing.</summary>
    private static Conversation Reconsidered(DialogSet set, Conversation conversation)
    {
        var handed = conversation.Log.Where(e => (set.Step(e.Step) as Effecting)?.Effect == "handoff").Select(e => Keys.Item(e.Key)).ToHashSet(StringComparer.Ordinal);
        return conversation.Without(item => !handed.Contains(item));
    }

    /// <summary>Every consent of the recipient becomes a no, and no other answer does; what hung on it falls away when the log is pruned.</summary>
    private static Conversation Withdrawn(DialogSet set, Conversation conversation, string? pointer)
    {
        if (pointer is null || !pointer.StartsWith(ConsentPointer, StringComparison.Ordinal))
            return conversation;
        var item = pointer[ConsentPointer.Length..];
        return conversation with
        {
            Log = conversation.Log.ConvertAll(e => e.IsAnswer && Keys.Item(e.Key) == item && set.Step(e.Step) is Ask { Kind: PromptKind.Consent } ? e with { Values = ["no"] } : e),
        };
    }
}
