using System.Collections.Immutable;

namespace RemedyBot.Dialogs.Turns;

/// <summary>What an answer that was given anew took the place of, with all that it made fall away: `back` brings it back.</summary>
/// <param name="Order">Of the new answer.</param>
public sealed record Replaced(int Order, ImmutableList<Entry> Entries)
{
    /// <summary>The conversation after a turn, with what its answer replaced where a question was being asked anew.</summary>
    internal static Conversation Noted(Conversation before, Conversation after)
    {
        if (before.Reask is not { } key || after.Reask is not null || after.Log.Find(e => e.Key == key && e.Order >= before.Next) is not { } answer)
            return after;
        var kept = after.Log.Select(e => e.Order).ToHashSet();
        return after with { Replaced = new(answer.Order, before.Log.RemoveAll(e => kept.Contains(e.Order))) };
    }

    /// <summary>The log without what came since <paramref name="order"/>, and with what the answer given then had replaced.</summary>
    internal static Conversation TakenBack(Conversation conversation, int order)
    {
        var log = conversation.Log.RemoveAll(e => e.Order >= order);
        return conversation.Replaced is { } replaced && replaced.Order == order
            ? conversation with { Log = log.AddRange(replaced.Entries).Sort((a, b) => a.Order.CompareTo(b.Order)), Replaced = null }
            : conversation with { Log = log };
    }
}
