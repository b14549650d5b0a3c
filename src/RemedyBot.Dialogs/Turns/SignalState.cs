using System.Collections.Frozen;
using System.Collections.Immutable;

namespace RemedyBot.Dialogs.Turns;

/// <summary>Which signals are raised, in the order of what raised and cleared them. Derived from the log, so `back` takes a mistaken tap's signal away.</summary>
/// <param name="Raisings">Every raising with its place.</param>
/// <param name="Cleared">Signals that the person said are over, in order.</param>
public sealed record SignalState(IReadOnlySet<string> Active, IReadOnlyList<Raising> Raisings, IReadOnlyList<string> Cleared)
{
    private static readonly SignalState None = new(FrozenSet<string>.Empty, [], []);

    /// <summary>As helplines are told: what the person wrote keeps its signal, also when they said that all is well.</summary>
    public IReadOnlySet<string> Told => Active.Concat(Raisings.Where(r => r.Heard).Select(r => r.Signal)).ToHashSet(StringComparer.Ordinal);

    /// <summary>Raisings that count. What was only assumed was never there once it is denied.</summary>
    public IEnumerable<Raising> Counting => Raisings.Where(r => !r.Assumed || Active.Contains(r.Signal));

    public static SignalState Of(Conversation conversation)
    {
        var happenings = new List<(int Order, bool Heard, bool Assumed, ImmutableArray<string> Raised, ImmutableArray<string> Cleared)>();
        foreach (var heard in conversation.Heard)
            if (Model.Words.Signals.Contains(heard.Signal))
                happenings.Add((heard.Order, true, false, [heard.Signal], []));
        foreach (var entry in conversation.Log)
            if (entry.Raised.Length + entry.Cleared.Length > 0)
                happenings.Add((entry.Order, false, entry.Kind == EntryKind.Assumed, entry.Raised, entry.Cleared));
        if (happenings.Count == 0)
            return None;
        var active = new SortedSet<string>(StringComparer.Ordinal);
        var raisings = new List<Raising>();
        var cleared = new List<string>();
        foreach (var happening in happenings.OrderBy(e => e.Order))
        {
            foreach (var signal in happening.Cleared)
                if (active.Remove(signal))
                    cleared.Add(signal);
            foreach (var signal in happening.Raised)
            {
                active.Add(signal);
                raisings.Add(new(signal, happening.Order, happening.Heard, happening.Assumed));
            }
        }
        return new(active, raisings, cleared);
    }
}
