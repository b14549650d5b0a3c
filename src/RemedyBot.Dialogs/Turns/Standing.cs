using RemedyBot.Dialogs.Model;

namespace RemedyBot.Dialogs.Turns;

/// <summary>What a conversation's effects ask of the world as a whole.</summary>
/// <param name="Handoffs">The recipients to whom a case is handed over.</param>
/// <param name="Kept">The person keeps it with a code.</param>
/// <param name="Talk">A talk with a person was said yes to.</param>
public sealed record Standing(IReadOnlyList<string> Handoffs, bool Kept, bool Talk)
{
    public static Standing Of(DialogSet set, Conversation conversation)
    {
        var effects = conversation.Log.Where(e => e.Kind == EntryKind.Effect)
            .Select(e => (Effect: (set.Step(e.Step) as Effecting)?.Effect, Item: Keys.Item(e.Key))).ToList();
        return new([.. effects.Where(e => e.Effect == "handoff").Select(e => e.Item).OfType<string>()], effects.Exists(e => e.Effect == "keep"), effects.Exists(e => e.Effect == "talk"));
    }
}
