using System.Collections.Frozen;

namespace RemedyBot.Dialogs.Model;

/// <summary>All dialogs of an installation, ready to walk.</summary>
public sealed class DialogSet
{
    private readonly FrozenDictionary<string, Dialog> _dialogs;
    private readonly FrozenDictionary<string, Dialog> _interrupts;
    private readonly FrozenDictionary<string, Dialog> _wishes;

    public DialogSet(IEnumerable<Dialog> dialogs)
    {
        _dialogs = dialogs.ToFrozenDictionary(d => d.Name, StringComparer.Ordinal);
        _interrupts = _dialogs.Values.Where(d => d.Interrupts is not null).ToFrozenDictionary(d => d.Interrupts!, StringComparer.Ordinal);
        _wishes = _dialogs.Values.Where(d => d.Wish is not null).ToFrozenDictionary(d => d.Wish!, StringComparer.Ordinal);
    }

    public const string Main = "main";

    public IEnumerable<Dialog> All => _dialogs.Values;

    public Dialog? Find(string name) => _dialogs.GetValueOrDefault(name);

    public Dialog? ForInterrupt(string signal) => _interrupts.GetValueOrDefault(signal);

    public Dialog? ForWish(string wish) => _wishes.GetValueOrDefault(wish);

    /// <summary>The step of a "dialog/step" name, or null where this version has it no more.</summary>
    public Step? Step(string name)
    {
        var slash = name.IndexOf('/', StringComparison.Ordinal);
        if (slash < 0 || Find(name[..slash]) is not { } dialog)
            return null;
        var index = dialog.IndexOf(name[(slash + 1)..]);
        return index < 0 ? null : dialog.Steps[index];
    }
}
