using System.Collections.Frozen;
using RemedyBot.Dialogs.Model;

namespace RemedyBot.Dialogs.Turns;

/// <summary>Somebody came back and has not said yet whether this is a safe moment.</summary>
internal static class Returning
{
    /// <summary>
    /// The wishes that show nothing of before, at whatever question comes up meanwhile; null once it may show.
    /// The questions of the return that limit their wishes say which those are, and it may show when all of them are through.
    /// </summary>
    public static FrozenSet<string>? Wishes(DialogSet set, Conversation conversation, IWorld world)
    {
        if (conversation.Heard.LastOrDefault(h => h.Signal == Words.Return) is not { } back || set.ForInterrupt(Words.Return) is not { } dialog)
            return null;
        var suffix = Keys.Walked(back.Order);
        var memory = new Memory(set, conversation, world) { Dialog = dialog, Suffix = suffix, Since = back.Order };
        var limited = dialog.Steps.OfType<Ask>().Where(ask => ask.Wishes is not null).ToList();
        return limited.Exists(ask => memory.Find(ask, suffix) is null && (ask.When?.Holds(memory) ?? true))
            ? limited.SelectMany(ask => ask.Wishes!).Append("back").ToFrozenSet(StringComparer.Ordinal)
            : null;
    }
}
