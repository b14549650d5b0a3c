using RemedyBot.Dialogs.Model;

namespace RemedyBot.Dialogs.Turns;

/// <summary>Notes what was heard in a person's words.</summary>
internal static class Listening
{
    public static Conversation To(Conversation conversation, IReadOnlySet<string> signals, DialogSet set, Limits limits)
    {
        if (signals.Count == 0)
            return conversation;
        var state = SignalState.Of(conversation);
        var heard = signals.Where(signal => IsMaybe(signal) ? IsToAsk(conversation, signals, state, signal) : IsNews(set, state, signal)).Order(StringComparer.Ordinal).ToList();
        return heard.Count == 0 ? conversation : Bounded(set, limits, conversation with
        {
            Heard = conversation.Heard.AddRange(heard.Select(signal => new Heard(signal, conversation.Next))),
            Next = conversation.Next + 1,
        });
    }

    public static bool IsMaybe(string signal) => signal.StartsWith(Words.Maybe, StringComparison.Ordinal);

    /// <summary>Once, and not while what it asks for is known.</summary>
    private static bool IsToAsk(Conversation conversation, IReadOnlySet<string> signals, SignalState state, string maybe)
    {
        var signal = maybe[Words.Maybe.Length..];
        return !signals.Contains(signal) && !conversation.Heard.Exists(heard => heard.Signal == maybe) && !state.Active.Contains(signal);
    }

    /// <summary>What is answered is noted each time, the rest while it was not written before.</summary>
    private static bool IsNews(DialogSet set, SignalState state, string signal) =>
        set.ForInterrupt(signal) is not null || !state.Active.Contains(signal) || !state.Raisings.Any(r => r.Heard && r.Signal == signal);

    /// <summary>What was just heard is always kept: the oldest makes room that was heard again since and holds no answer that counts.</summary>
    private static Conversation Bounded(DialogSet set, Limits limits, Conversation conversation)
    {
        var over = conversation.Heard.Count - limits.Heard;
        if (over <= 0)
            return conversation;
        var held = conversation.Log.Where(e => e.IsAnswer && e.Field is not null).GroupBy(e => e.Field)
            .SelectMany(field => field.Where(e => Memory.AddsUp(set, e)).Append(field.MaxBy(e => e.Order)!)).Select(e => Keys.Walked(e.Key)).ToHashSet(StringComparer.Ordinal);
        var last = conversation.Heard.GroupBy(h => h.Signal).Select(signal => signal.Last()).ToHashSet();
        var gone = conversation.Heard.Where(h => !last.Contains(h) && !held.Contains(Keys.Walked(h.Order))).Take(over).ToHashSet();
        return conversation with { Heard = conversation.Heard.RemoveAll(gone.Contains) };
    }
}
