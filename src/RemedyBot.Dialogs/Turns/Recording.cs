using System.Collections.Immutable;
using RemedyBot.Dialogs.Model;
using RemedyBot.Dialogs.Prompts;

namespace RemedyBot.Dialogs.Turns;

/// <summary>Writes what the person did into the log.</summary>
internal static class Recording
{
    public static Conversation Answered(DialogSet set, Conversation conversation, Waiting at, Acceptance.Taken taken)
    {
        // "None of these" fills nothing, so that the next question for the field is asked; beside an answer it means nothing.
        var none = taken.Values is [Words.More];
        var entry = new Entry(at.Key, taken.Kind)
        {
            Field = none ? null : at.Ask.Field,
            Values = none ? taken.Values : taken.Values.Remove(Words.More),
            Raised = Of(at.Ask.Raises, taken.Values),
            Cleared = Of(at.Ask.Clears, taken.Values),
        };
        return Replaced(set, conversation, entry);
    }

    public static Conversation Skipped(DialogSet set, Conversation conversation, Waiting at) =>
        Replaced(set, conversation, new Entry(at.Key, EntryKind.Skipped) { Field = at.Ask.Field });

    /// <summary>Words beside the options are added to those already there.</summary>
    public static Conversation Beside(Conversation conversation, Waiting at, string text)
    {
        var key = at.Key + Keys.Words;
        var known = conversation.Log.Find(e => e.Key == key);
        var words = known is { Values: [var earlier] } ? earlier + "\n" + text : text;
        return (conversation with { Log = conversation.Log.RemoveAll(e => e.Key == key), Attempts = 0 })
            .With(new Entry(key, EntryKind.Words) { Field = at.Ask.Words, Values = [words] });
    }

    public static Conversation Toggled(Conversation conversation, string value) => conversation with
    {
        Picked = conversation.Picked.Contains(value, StringComparer.Ordinal) ? conversation.Picked.Remove(value) : conversation.Picked.Add(value),
    };

    /// <summary>An answer given anew takes the place of all that added to its list; a skip takes the field out.</summary>
    private static Conversation Replaced(DialogSet set, Conversation conversation, Entry entry)
    {
        var anew = conversation.Reask == entry.Key && entry.Field is not null;
        return (conversation with
        {
            Log = conversation.Log.RemoveAll(e => e.Key == entry.Key || (anew && e.IsAnswer && e.Field == entry.Field && (entry.Kind == EntryKind.Skipped || Memory.AddsUp(set, e)))),
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
