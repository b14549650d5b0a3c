using System.Collections.Immutable;
using RemedyBot.Dialogs.Model;
using RemedyBot.Dialogs.Prompts;

namespace RemedyBot.Dialogs.Turns;

/// <summary>Writes what the person did into the log.</summary>
internal static class Recording
{
    /// <param name="heard">Raised by the very words of this answer: the answer does not raise it once more.</param>
    public static Conversation Answered(DialogSet set, Conversation conversation, Waiting at, Acceptance.Taken taken, IReadOnlySet<string> heard)
    {
        if (taken.Words is { } words && at.Ask.Keeps is not null)
            conversation = Beside(conversation, at, words);
        // Who tells of another alarm has it answered; what may have been meant is asked once more.
        if (taken.Kind == EntryKind.Assumed && heard.Any(signal => set.ForInterrupt(signal) is not null && !Listening.IsMaybe(signal)) && !heard.Any(at.Ask.Raises.ContainsKey))
            return conversation;
        if (taken.Kind == EntryKind.Words && ToldBefore(conversation, at) is { } before)
            taken = taken with { Values = [before + "\n" + taken.Values[0]] };
        // "None of these" fills nothing, so that the next question for the field is asked; beside an answer it means nothing.
        var none = taken.Values is [Words.More];
        var entry = new Entry(at.Kept, taken.Kind)
        {
            Field = none ? null : at.Ask is { Kind: PromptKind.Text, Fills: { } other } && taken.Values is [var value] && at.Ask.Options.Any(o => o.Value == value) ? other : at.Ask.Field,
            Values = none ? taken.Values : taken.Values.Remove(Words.More),
            Raised = [.. Of(at.Ask.Raises, taken.Values).Where(signal => !heard.Contains(signal))],
            Cleared = Of(at.Ask.Clears, taken.Values),
        };
        return Replaced(set, conversation, entry);
    }

    public static Conversation Skipped(DialogSet set, Conversation conversation, Waiting at) =>
        Replaced(set, conversation, new Entry(at.Kept, EntryKind.Skipped) { Field = ToldBefore(conversation, at) is null ? at.Ask.Field : null });

    /// <summary>Words beside the options are added to all that were told before, at whichever question: the latest holds the whole.</summary>
    public static Conversation Beside(Conversation conversation, Waiting at, string text)
    {
        var key = at.Key + Keys.Words;
        var field = at.Ask.Keeps ?? at.Ask.Field;
        var known = conversation.Log.Where(e => e.Kind == EntryKind.Words && e.Field == field && Keys.Item(e.Key) == Keys.Item(key)).MaxBy(e => e.Order);
        var words = known is { Values: [var earlier] } ? earlier + "\n" + text : text;
        return (conversation with { Log = conversation.Log.RemoveAll(e => e.Key == key), Attempts = 0 })
            .With(new Entry(key, EntryKind.Words) { Field = field, Values = [words] });
    }

    /// <summary>A story that was written before the question for it had been seen: the answer adds to it, and a skip leaves it.</summary>
    private static string? ToldBefore(Conversation conversation, Waiting at) =>
        at.Ask is { Kind: PromptKind.Text, Words: null } && conversation.Reask is null
            && conversation.Log.Find(e => e.Key == at.Key + Keys.Words) is { Values: [var told] } ? told : null;

    public static Conversation Toggled(Conversation conversation, string value) => conversation with
    {
        Picked = conversation.Picked.Contains(value, StringComparer.Ordinal) ? conversation.Picked.Remove(value) : conversation.Picked.Add(value),
    };

    /// <summary>An answer given anew takes the place of all that added to its list or was told before; a skip takes the field out.</summary>
    private static Conversation Replaced(DialogSet set, Conversation conversation, Entry entry)
    {
        var anew = conversation.Reask == entry.Key && entry.Field is not null;
        return (conversation with
        {
            Log = conversation.Log.RemoveAll(e => e.Key == entry.Key || (anew && e.IsAnswer && e.Field == entry.Field && (entry.Kind == EntryKind.Skipped || e.Kind == EntryKind.Words || Memory.AddsUp(set, e)))),
            Reask = null,
            Picked = [],
            Attempts = 0,
        }).With(entry);
    }

    /// <summary>Whoever comes back looks over the summary once more, so that going on never is the end at once.</summary>
    public static ImmutableList<Entry> Reviewed(DialogSet set, Conversation conversation)
    {
        var reviews = set.All.Where(d => d.Steps.Any(s => s is Ask { Kind: PromptKind.Review })).Select(d => d.Name).ToHashSet(StringComparer.Ordinal);
        return conversation.Log.RemoveAll(e => reviews.Contains(e.Step[..e.Step.IndexOf('/', StringComparison.Ordinal)]));
    }

    private static ImmutableArray<string> Of(IReadOnlyDictionary<string, IReadOnlyList<string>> signals, ImmutableArray<string> values) =>
        [.. signals.Where(s => s.Value.Any(values.Contains)).Select(s => s.Key)];
}
