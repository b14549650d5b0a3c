namespace RemedyBot.Dialogs.Turns;

/// <summary>Which signals are raised, in the order of what raised and cleared them. Derived from the log, so `back` takes a mistaken tap's signal away.</summary>
/// <param name="Raisings">Every raising with its place: (signal, order, heard in words).</param>
/// <param name="Cleared">Signals that the person said are over, in order.</param>
public sealed record SignalState(IReadOnlySet<string> Active, IReadOnlyList<(string Signal, int Order, bool Heard)> Raisings, IReadOnlyList<string> Cleared)
{
    /// <summary>As helplines are told: what the person wrote keeps its signal, also when they said that all is well.</summary>
    public IReadOnlySet<string> Told => Active.Concat(Raisings.Where(r => r.Heard).Select(r => r.Signal)).ToHashSet(StringComparer.Ordinal);

    public static SignalState Of(Conversation conversation)
    {
        var active = new SortedSet<string>(StringComparer.Ordinal);
        var raisings = new List<(string, int, bool)>();
        var cleared = new List<string>();
        var heard = conversation.Heard.Where(h => h.Signal is not (Model.Words.Return or Model.Words.Resume))
            .Select(h => (h.Order, Heard: true, Raised: (IReadOnlyList<string>)[h.Signal], Cleared: (IReadOnlyList<string>)[]));
        var chosen = conversation.Log.Where(e => e.Raised.Length + e.Cleared.Length > 0)
            .Select(e => (e.Order, Heard: false, Raised: (IReadOnlyList<string>)e.Raised, Cleared: (IReadOnlyList<string>)e.Cleared));
        foreach (var happening in heard.Concat(chosen).OrderBy(e => e.Order))
        {
            foreach (var signal in happening.Cleared)
                if (active.Remove(signal))
                    cleared.Add(signal);
            foreach (var signal in happening.Raised)
            {
                active.Add(signal);
                raisings.Add((signal, happening.Order, happening.Heard));
            }
        }
        return new(active, raisings, cleared);
    }
}
