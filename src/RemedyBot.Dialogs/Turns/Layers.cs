using RemedyBot.Dialogs.Model;

namespace RemedyBot.Dialogs.Turns;

/// <summary>One dialog to walk from its top, before those below it.</summary>
internal sealed record Layer(Dialog Dialog, string Suffix, int Order, bool Aside);

/// <summary>What lies above the main dialog: the last return, signals, the wish of the moment. The latest is walked first.</summary>
internal static class Layers
{
    private static readonly string[] Comings = [Words.Return, Words.Resume];
    private static readonly string[] Urgency = ["danger", "selfharm", "minor", "custody", "spyware"];

    public static IEnumerable<Layer> Of(DialogSet set, Conversation conversation)
    {
        var above = new List<Layer>();
        foreach (var name in Comings)
            if (conversation.Heard.LastOrDefault(h => h.Signal == name) is { } back && set.ForInterrupt(name) is { } dialog)
                above.Add(new(dialog, Walked(back.Order), back.Order, false));
        var once = new HashSet<string>(StringComparer.Ordinal);
        foreach (var (signal, order, heard) in SignalState.Of(conversation).Raisings)
            if (set.ForInterrupt(signal) is { } raised && (heard || once.Add(signal)))
                above.Add(new(raised, heard ? Walked(order) : "", order, false));
        if (conversation.Aside is { } aside && set.ForWish(aside.Wish) is { } wish)
            above.Add(new(wish, Walked(aside.Order), aside.Order, true));
        var ordered = above.OrderByDescending(l => l.Order).ThenBy(l => Array.IndexOf(Urgency, l.Dialog.Interrupts));
        return set.Find(DialogSet.Main) is { } main ? ordered.Append(new(main, "", -1, false)) : ordered;
    }

    /// <summary>The conversation after its wish was walked: what the wish asked itself goes, what it asked through other dialogs (keeping) stays as their answer.</summary>
    public static Conversation Left(Conversation conversation, Layer layer)
    {
        var log = conversation.Log.RemoveAll(e => Belongs(e, layer) && e.Key.StartsWith(layer.Dialog.Name + "/", StringComparison.Ordinal));
        var stays = log.Where(e => Belongs(e, layer)).Select(e => Plain(e, layer)).ToHashSet(StringComparer.Ordinal);
        return conversation with
        {
            Aside = null,
            Log = log.RemoveAll(e => stays.Contains(e.Key)).ConvertAll(e => Belongs(e, layer) ? e with { Key = Plain(e, layer) } : e),
        };
    }

    private static bool Belongs(Entry entry, Layer layer) => Keys.Base(entry.Key).EndsWith(layer.Suffix, StringComparison.Ordinal);

    private static string Plain(Entry entry, Layer layer) => entry.Key.Replace(layer.Suffix, "", StringComparison.Ordinal);

    private static string Walked(int order) => "~" + order.ToString(System.Globalization.CultureInfo.InvariantCulture);
}
