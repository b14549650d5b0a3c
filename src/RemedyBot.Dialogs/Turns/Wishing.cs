using System.Collections.Frozen;
using RemedyBot.Dialogs.Model;

namespace RemedyBot.Dialogs.Turns;

/// <summary>The wishes that work at every step.</summary>
internal static class Wishing
{
    public static Conversation Apply((DialogSet Set, IWorld World, Limits Limits) given, Conversation conversation, Waiting? at, Input.Wish said, List<Message> notices)
    {
        var wish = said.Name;
        switch (wish)
        {
            case var _ when at?.Within?.Contains(wish) == false:
                notices.Add(Compose.About(at, "common/not-yet"));
                return conversation;
            case "back":
                return Back(given.Set, given.World, conversation, at, notices);
            case "skip" when at is not null && at.Ask.Skippable:
                if (said.Unsure)
                    notices.Add(Compose.About(at, "common/unsure"));
                return Recording.Skipped(given.Set, conversation, at);
            case "skip" when at is not null:
                notices.Add(Compose.About(at, "common/no-skip"));
                return conversation;
            case "why" when at is not null:
                notices.Add(Compose.About(at, $"{at.Dialog.Name}/{at.Ask.Id}/why"));
                return conversation;
            // Whoever wants to stop is not asked a second time whether to keep: no answer is a no.
            case "stop" when at is not null && conversation.Aside is { Wish: "stop" } stop && at.Key.EndsWith("~" + stop.Order, StringComparison.Ordinal):
                return Recording.Skipped(given.Set, conversation, at);
            // Not on a screen that somebody else may see: what is told about it names who has the case.
            case "stop" when at?.Within is null:
                return Start(Parting.HandedOver(given.Set, conversation, given.World, given.Limits, notices), wish);
            case "enough":
                return Inward.Enough(conversation with { Aside = null, Reask = null, Picked = [] });
            default:
                return Start(conversation, wish);
        }
    }

    /// <summary>Walks the dialog of a wish next.</summary>
    public static Conversation Start(Conversation conversation, string wish) => conversation with
    {
        Aside = new(wish, conversation.Next),
        Next = conversation.Next + 1,
        Reask = null,
        Picked = [],
        Attempts = 0,
        Log = conversation.Aside is { } old ? conversation.Log.RemoveAll(e => e.Key.EndsWith("~" + old.Order, StringComparison.Ordinal)) : conversation.Log,
    };

    /// <summary>A language fixed from outside answers the question for it where it waits.</summary>
    public static Conversation Spoken(DialogSet set, Conversation conversation, Waiting? at, string tag)
    {
        conversation = conversation with { Language = tag };
        return at is { Ask.OptionsFrom: "languages" }
            ? Recording.Answered(set, conversation, at, new Prompts.Acceptance.Taken(EntryKind.Chosen, [tag]), FrozenSet<string>.Empty)
            : conversation;
    }

    /// <summary>Asks for the code, once; a wrong one is told with the question's own words, whatever was wrong with it.</summary>
    public static Conversation Resuming(Conversation conversation, Waiting? at, bool wrong, DialogSet set, List<Message> notices)
    {
        if (wrong && set.ForInterrupt(Words.Resume) is { } dialog && dialog.Steps.OfType<Ask>().FirstOrDefault() is { } ask)
            notices.Add(Compose.About(new(dialog, ask, "", null, []), $"{dialog.Name}/{ask.Id}/retry"));
        return at?.Ask.Mode == "return" || conversation.Heard.Exists(h => h.Signal == Words.Resume)
            ? conversation
            : conversation with { Heard = conversation.Heard.Add(new(Words.Resume, conversation.Next)), Next = conversation.Next + 1 };
    }

    public static IReadOnlyList<string> Offered(Waiting at, Conversation conversation)
    {
        if (at.Ask.Wishes is { } only)
            return only;
        var answered = conversation.Log.Exists(e => e.IsAnswer && e.Field is not null);
        return [.. Words.Wishes.Where(wish => wish switch
        {
            _ when at.Within?.Contains(wish) == false => false,
            "back" => !Closes(conversation, at) && (conversation.Aside is not null || conversation.Reask is not null || conversation.Log.Exists(e => e.ByPerson)),
            "skip" => at.Ask.Skippable,
            "change" => answered && conversation.Aside?.Wish != "change",
            "enough" => !conversation.Log.Exists(e => e.Key == Memory.WishKey("enough")) && conversation.Language is not null,
            _ => conversation.Aside is not { } aside || aside.Wish != wish || !at.Key.EndsWith("~" + aside.Order, StringComparison.Ordinal),
        })];
    }

    /// <summary>Counts questions, answered and still open; the estimate never grows by more than 3.</summary>
    public static (Conversation, (int, int)) Progress(Conversation conversation, int open)
    {
        var at = conversation.Log.Count(e => e.IsAnswer && !e.Key.Contains('~', StringComparison.Ordinal) && !e.Key.EndsWith(Keys.Words, StringComparison.Ordinal)) + 1;
        var of = Math.Max(at, at + open - 1);
        if (conversation.ProgressOf > 0)
            of = Math.Min(of, conversation.ProgressOf + 3);
        at = Math.Min(at, of);
        return (conversation with { ProgressOf = of }, (at, of));
    }

    private static Conversation Back(DialogSet set, IWorld world, Conversation conversation, Waiting? at, List<Message> notices)
    {
        if (at is not null && Closes(conversation, at))
        {
            notices.Add(Compose.About(at, conversation.Log.Exists(e => e.ByPerson) ? "common/back-ends" : "common/at-start"));
            return conversation;
        }
        if (conversation.Reask is not null)
            return conversation with { Reask = null, Picked = [], Attempts = 0 };
        if (conversation.Aside is { } aside && !conversation.Log.Exists(e => e.ByPerson && e.Order > aside.Order))
            return conversation with { Aside = null, Picked = [], Attempts = 0 };
        if (conversation.Log.Where(e => e.ByPerson).MaxBy(e => e.Order) is not { } last)
        {
            notices.Add(Compose.Aside(at, "at-start"));
            return conversation;
        }
        // What others hold is only taken from them by somebody who was asked and said so.
        if (new Memory(set, conversation, world).HandedSince(last.Order))
        {
            notices.Add(Compose.Aside(at, "back-handed"));
            return conversation;
        }
        if (last.IsAnswer)
            notices.Add(Compose.Aside(at, "taken-back"));
        return Replaced.TakenBack(conversation, last.Order) with { Picked = [], Attempts = 0 };
    }

    /// <summary>What words or a return brought up stays until it is answered: before that, nobody would see which answer below it they take back.</summary>
    private static bool Closes(Conversation conversation, Waiting at)
    {
        if (conversation.Heard.IsEmpty || conversation.Reask == at.Kept)
            return false;
        var (maybe, walk) = (at.Dialog.Interrupts is { } signal && Listening.IsMaybe(signal), at.Key.IndexOf('~', StringComparison.Ordinal));
        return maybe ? !conversation.Log.Exists(e => e.ByPerson && e.Key.StartsWith(at.Dialog.Name + "/", StringComparison.Ordinal))
            : walk >= 0 && conversation.Heard.Exists(h => at.Key.EndsWith("~" + h.Order, StringComparison.Ordinal))
                && !conversation.Log.Exists(e => e.ByPerson && Keys.Base(e.Key).EndsWith(at.Key[walk..], StringComparison.Ordinal));
    }
}
