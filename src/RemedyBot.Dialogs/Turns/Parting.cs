using RemedyBot.Dialogs.Model;

namespace RemedyBot.Dialogs.Turns;

/// <summary>Whoever stops after a yes, while what goes with it is still being asked, has said no to the rest and not to the yes.</summary>
internal static class Parting
{
    /// <summary>The conversation with every case handed over that was said yes to; what is still asked about it is passed over.</summary>
    /// <param name="said">What is told about it.</param>
    public static Conversation HandedOver(DialogSet set, Conversation conversation, IWorld world, Limits limits, List<Message> said)
    {
        foreach (var yes in conversation.Log.Where(e => IsYes(set, e)))
            if (set.Find(yes.Step[..yes.Step.IndexOf('/', StringComparison.Ordinal)]) is { } dialog)
                conversation = Through(set, conversation, world, limits, new(dialog, yes.Key[yes.Step.Length..], -1, false), said);
        return conversation;
    }

    private static bool IsYes(DialogSet set, Entry entry) => entry is { IsAnswer: true, Values: not ([] or ["no"]) }
        && set.Step(entry.Step) is Ask { Kind: PromptKind.Consent, Mode: "default" } && Keys.Walked(entry.Key).Length == 0;

    private static Conversation Through(DialogSet set, Conversation conversation, IWorld world, Limits limits, Layer consent, List<Message> said)
    {
        if (consent.Dialog.Steps.OfType<Effecting>().FirstOrDefault(step => step.Effect == "handoff") is not { } handoff
            || conversation.Log.Exists(e => e.Key == handoff.Path + consent.Suffix))
            return conversation;
        var told = new List<Message>();
        var walk = Walked(conversation with { Reask = null });
        while (walk.Waiting is { Ask.Skippable: true } at)
            walk = Walked(Recording.Skipped(set, walk.Conversation, at));
        if (walk.Waiting is not null)
            return conversation;
        said.AddRange(told);
        return walk.Conversation;

        Walk Walked(Conversation now)
        {
            var walk = new Walk(set, now, world, limits, Extent.Question, [consent]);
            told.AddRange(walk.Messages);
            return walk;
        }
    }
}
