using System.Collections.Frozen;
using RemedyBot.Dialogs.Model;

namespace RemedyBot.Dialogs.Turns;

/// <summary>Somebody came back and has not said yet whether this is a safe moment.</summary>
internal static class Returning
{
    /// <summary>By code, or because there is news where none is needed.</summary>
    public static bool Is(Heard heard) => heard.Signal is Words.Return or Words.News;

    /// <summary>The conversation with somebody who is back in it. What goes on anyway keeps its place.</summary>
    public static Conversation Back(DialogSet set, Conversation conversation, string signal) => conversation with
    {
        Log = signal == Words.Return || conversation.Ended ? Recording.Reviewed(set, conversation) : conversation.Log,
        Heard = conversation.Heard.Add(new(signal, conversation.Next)),
        Next = conversation.Next + 1,
        Ended = false,
        Ending = null,
        Aside = null,
        Reask = null,
        Picked = [],
        Attempts = 0,
    };

    /// <summary>
    /// The wishes that show nothing of before, at whatever question comes up meanwhile; null once it may show.
    /// The questions of the return that limit their wishes say which those are, and it may show when all of them are through.
    /// </summary>
    public static FrozenSet<string>? Wishes(DialogSet set, Conversation conversation, IWorld world)
    {
        if (conversation.Heard.LastOrDefault(Is) is not { } back || set.ForInterrupt(Words.Return) is not { } dialog)
            return null;
        var suffix = Keys.Walked(back.Order);
        var memory = new Memory(set, conversation, world) { Dialog = dialog, Suffix = suffix, Since = back.Order };
        var limited = dialog.Steps.OfType<Ask>().Where(ask => ask.Wishes is not null).ToList();
        return limited.Exists(ask => memory.Find(ask, suffix) is null && (ask.When?.Holds(memory) ?? true))
            ? limited.SelectMany(ask => ask.Wishes!).Append("back").ToFrozenSet(StringComparer.Ordinal)
            : null;
    }
}
