using System.Collections.Frozen;
using RemedyBot.Dialogs.Turns;

namespace RemedyBot.Dialogs.Model;

/// <summary>All dialogs of an installation, ready to walk.</summary>
public sealed class DialogSet
{
    private readonly FrozenDictionary<string, Dialog> _dialogs;
    private readonly FrozenDictionary<string, Dialog> _interrupts;
    private readonly FrozenDictionary<string, Dialog> _wishes;
    private readonly FrozenDictionary<string, Step> _steps;
    private readonly FrozenDictionary<string, Step>.AlternateLookup<ReadOnlySpan<char>> _byName;
    private readonly FrozenSet<string> _values;

    public DialogSet(IEnumerable<Dialog> dialogs)
    {
        var steps = new Dictionary<string, Step>(StringComparer.Ordinal);
        _dialogs = dialogs.Select(d => Numbered(d, steps)).ToFrozenDictionary(d => d.Name, StringComparer.Ordinal);
        _interrupts = _dialogs.Values.Where(d => d.Interrupts is not null).ToFrozenDictionary(d => d.Interrupts!, StringComparer.Ordinal);
        _wishes = _dialogs.Values.Where(d => d.Wish is not null).ToFrozenDictionary(d => d.Wish!, StringComparer.Ordinal);
        _steps = steps.ToFrozenDictionary(StringComparer.Ordinal);
        _byName = _steps.GetAlternateLookup<ReadOnlySpan<char>>();
        _values = _steps.Values.OfType<Ask>().SelectMany(ask => ask.Options).Select(option => option.Value).ToFrozenSet(StringComparer.Ordinal);
    }

    public const string Main = "main";

    public IEnumerable<Dialog> All => _dialogs.Values;

    /// <summary>How many numbers its steps have.</summary>
    internal int Count => _steps.Count;

    /// <summary>Whether some question has this option.</summary>
    public bool Offers(string value) => _values.Contains(value);

    /// <summary>All that the questions offer by themselves, whatever the options' conditions.</summary>
    public IEnumerable<Choice> AllOffered => _steps.Values.OfType<Ask>().SelectMany(ask => ask.Written);

    public Dialog? Find(string name) => _dialogs.GetValueOrDefault(name);

    public Dialog? ForInterrupt(string signal) => _interrupts.GetValueOrDefault(signal);

    public Dialog? ForWish(string wish) => _wishes.GetValueOrDefault(wish);

    /// <summary>The step of a "dialog/step" name, or null where this version has it no more.</summary>
    public Step? Step(ReadOnlySpan<char> name) => _byName.TryGetValue(name, out var step) ? step : null;

    /// <summary>The dialog with its steps named and numbered. Of two steps of one name (a mistake that the check tells) the first has it.</summary>
    private static Dialog Numbered(Dialog dialog, Dictionary<string, Step> steps)
    {
        var numbered = new List<Step>(dialog.Steps.Count);
        foreach (var step in dialog.Steps)
        {
            var name = $"{dialog.Name}/{step.Id}";
            var own = step with { Path = name, Number = steps.TryGetValue(name, out var first) ? first.Number : steps.Count };
            if (own is Ask ask)
                own = ask with { Written = Compose.Written(dialog, ask) };
            steps.TryAdd(name, own);
            numbered.Add(own);
        }

        return dialog with { Steps = numbered, Own = numbered.DistinctBy(s => s.Id, StringComparer.Ordinal).ToFrozenDictionary(s => s.Id, StringComparer.Ordinal) };
    }
}
