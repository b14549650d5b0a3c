using RemedyBot.Dialogs.Model;

namespace RemedyBot.Dialogs.Turns;

/// <summary>One dialog to walk from its top, before those below it.</summary>
/// <param name="Past">Help for this came anew since: what it holds stays, and it says and asks nothing more.</param>
internal sealed record Layer(Dialog Dialog, string Suffix, int Order, bool Aside, bool Past = false);

/// <summary>What lies above the main dialog: the last return, signals, the wish of the moment. The latest is walked first.</summary>
internal static class Layers
{
    private static readonly (string Dialog, Func<Heard, bool> Is)[] Comings = [(Words.Return, Returning.Is), (Words.Resume, h => h.Signal == Words.Resume)];
    private static readonly string[] Urgency = ["danger", "selfharm", "maybe-danger", "maybe-selfharm", "minor", "custody", "spyware"];

    public static IReadOnlyList<Layer> Of(DialogSet set, Conversation conversation, SignalState signals)
    {
        var main = set.Find(DialogSet.Main) is { } dialogs ? new Layer(dialogs, "", -1, false) : null;
        if (conversation.Heard.IsEmpty && signals.Raisings.Count == 0 && conversation.Aside is null)
            return main is null ? [] : [main];
        var above = new List<Layer>();
        foreach (var (name, isIt) in Comings)
            if (conversation.Heard.LastOrDefault(isIt) is { } back && set.ForInterrupt(name) is { } dialog)
                above.Add(new(dialog, Keys.Walked(back.Order), back.Order, false));
        foreach (var heard in conversation.Heard)
            if (Listening.IsMaybe(heard.Signal) && set.ForInterrupt(heard.Signal) is { } gentle)
                above.Add(new(gentle, "", heard.Order, false));
        above.AddRange(Alarms(set, conversation, signals));
        if (conversation.Aside is { } aside && set.ForWish(aside.Wish) is { } wish)
            above.Add(new(wish, Keys.Walked(aside.Order), aside.Order, true));
        var ordered = above.OrderByDescending(l => l.Order).ThenBy(l => Array.IndexOf(Urgency, l.Dialog.Interrupts));
        return main is null ? [.. ordered] : [.. ordered, main];
    }

    /// <summary>Of several alarms of one signal the latest speaks for all, so that each is answered and none has to be dismissed twice.</summary>
    private static IEnumerable<Layer> Alarms(DialogSet set, Conversation conversation, SignalState signals)
    {
        var once = new HashSet<string>(StringComparer.Ordinal);
        var alarms = new List<Layer>();
        foreach (var raising in signals.Raisings)
            if (set.ForInterrupt(raising.Signal) is { } raised && (raising.ByWords || once.Add(raising.Signal)))
                alarms.Add(new(raised, raising.ByWords ? Keys.Walked(raising.Order) : "", raising.Order, false));
        return alarms.Select((alarm, at) => alarm with { Past = alarms.FindIndex(at + 1, later => later.Dialog.Name == alarm.Dialog.Name) >= 0 && !IsAsking(conversation.Asking, alarm) });
    }

    /// <summary>Whoever wished to change an answer after the alarm's help was given is asked for that answer first.</summary>
    public static bool Waits(Conversation conversation, Layer layer) =>
        conversation.Reask is { } reask && Words.Signals.Contains(layer.Dialog.Interrupts ?? "") && !IsOf(reask, layer) && !IsAsking(conversation.Asking, layer)
        && conversation.Log.Exists(e => IsOf(e.Key, layer));

    /// <summary>An older version may have come back to an alarm below: what it asked is still answered there.</summary>
    private static bool IsAsking(string? asking, Layer layer) => asking is not null && IsOf(asking, layer);

    private static bool IsOf(string key, Layer layer) => Keys.Walked(key) == layer.Suffix && key.StartsWith(layer.Dialog.Name + "/", StringComparison.Ordinal);

    /// <summary>The conversation after its wish was walked: what the wish asked itself goes, what it asked through other dialogs (keeping) stays as their answer.</summary>
    public static Conversation Left(DialogSet set, Conversation conversation, Layer layer)
    {
        var log = conversation.Log.RemoveAll(e => Belongs(e, layer) && (e.Key.StartsWith(layer.Dialog.Name + "/", StringComparison.Ordinal) || IsNoMore(e)));
        var stays = log.Where(e => Belongs(e, layer)).Select(e => Plain(e, layer)).ToHashSet(StringComparer.Ordinal);
        return conversation with
        {
            Aside = null,
            Log = log.RemoveAll(e => stays.Contains(e.Key)).ConvertAll(e => Belongs(e, layer) ? e with { Key = Plain(e, layer) } : e),
        };

        // An offer that came again and was not taken: an earlier yes to it is taken back only where that is asked.
        bool IsNoMore(Entry entry) => entry is { IsAnswer: true, Values: [] or ["no"] } && set.Step(entry.Step) is Ask { Kind: PromptKind.Consent, To: not null }
            && conversation.Log.Exists(e => e.Key == Plain(entry, layer) && e.Values is not ([] or ["no"]));
    }

    private static bool Belongs(Entry entry, Layer layer) => Keys.Base(entry.Key).EndsWith(layer.Suffix, StringComparison.Ordinal);

    private static string Plain(Entry entry, Layer layer) => entry.Key.Replace(layer.Suffix, "", StringComparison.Ordinal);
}
