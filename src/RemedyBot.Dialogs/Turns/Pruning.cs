using RemedyBot.Dialogs.Model;

namespace RemedyBot.Dialogs.Turns;

/// <summary>Takes out what the answers no longer call for, until nothing more falls away.</summary>
internal sealed class Pruning(DialogSet set, Limits limits)
{
    private const int Rounds = 10;

    /// <summary>The walk of what is left, and how many questions are open in all.</summary>
    public (Walk Walk, Conversation After, int Open) Walked(Conversation conversation, IWorld world)
    {
        // Most turns take one walk: nothing falls away, and what it says changes no condition.
        for (var round = 0; round < Rounds; round++)
        {
            var walk = new Walk(set, conversation, world, limits, Extent.Onward);
            if (walk.Turned)
                break;
            var left = walk.Reached.Pruned(conversation);
            if (ReferenceEquals(left, conversation))
                return (walk, walk.Conversation, walk.Open);
            conversation = left;
        }

        var last = new Walk(set, Pruned(conversation, world).Left, world, limits, Extent.Question);
        var (after, open) = Pruned(last.Conversation, world);
        return (last, after, open);
    }

    private (Conversation Left, int Open) Pruned(Conversation conversation, IWorld world)
    {
        for (var round = 1; ; round++)
        {
            var dry = new Walk(set, conversation, world, limits, Extent.Dry);
            var left = dry.Reached.Pruned(conversation);
            if (ReferenceEquals(left, conversation) || round == Rounds)
                return (left, dry.Open);
            conversation = left;
        }
    }
}
