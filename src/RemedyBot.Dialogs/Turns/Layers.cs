using RemedyBot.Dialogs.Model;

namespace RemedyBot.Dialogs.Turns;

/// <summary>One dialog to walk from its top, before those below it.</summary>
internal sealed record Layer(Dialog Dialog, string Suffix, int Order, bool Aside);

/// <summary>What lies above the main dialog: the last return, signals, the wish of the moment. The latest is walked first.</summary>
internal static class Layers
{
    private static readonly string[] Comings = [Words.Return, Words.Resume];
    private static readonly string[] Urgency = ["danger", "selfharm", "minor", "custody", "spyware"];

    public static IReadOnlyList<Layer> Of(DialogSet set, Conversation conversation, SignalState signals)
    {
        var main = set.Find(DialogSet.Main) is { } dialogs ? new Layer(dialogs, "", -1, false) : null;
        if (conversation.Heard.IsEmpty && signals.Raisings.Count == 0 && conversation.Aside is null)
            return main is null ? [] : [main];
        var above = new List<Layer>();
        foreach (var name in Comings)
            if (conversation.Heard.LastOrDefault(h => h.Signal == name) is { } back && set.ForInterrupt(name) is { } dialog)
                above.Add(new(dialog, Walked(back.Order), back.Order, false));
        var once = new HashSet<string>(StringComparer.Ordinal);
        foreach (var (signal, order, heard) in signals.Raisings)
            if (set.ForInterrupt(signal) is { } raised && (heard || once.Add(signal)))
                above.Add(new(raised, heard ? Walked(order) : "", order, false));
        if (conversation.Aside is { } aside && set.ForWish(aside.Wish) is { } wish)
            above.Add(new(wish, Walked(aside.Order), aside.Order, true));
        var ordered = above.OrderByDescending(l => l.Order).ThenBy(l => Array.IndexOf(Urgency, l.Dialog.Interrupts));
        return main is null ? [.. ordered] : [.. ordered, main];
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
