using RemedyBot.Dialogs.Model;

namespace RemedyBot.Dialogs.Turns;

/// <summary>The steps that a walk came by, and what of a log they no longer call for.</summary>
internal sealed class Reach(DialogSet set)
{
    private readonly bool[] _plain = new bool[set.Count];
    private readonly HashSet<string> _others = new(StringComparer.Ordinal);

    public void Add(Step step, string suffix)
    {
        if (suffix.Length == 0)
            _plain[step.Number] = true;
        else
            _others.Add(step.Path + suffix);
    }

    /// <summary>The same conversation where nothing of it falls away.</summary>
    public Conversation Pruned(Conversation conversation)
    {
        var fallen = 0;
        foreach (var entry in conversation.Log)
            fallen += Falls(entry) ? 1 : 0;
        return fallen == 0 ? conversation : conversation with { Log = conversation.Log.RemoveAll(Falls) };
    }

    /// <summary>A step that this version has no more cannot be reached, and its answer stays.</summary>
    private bool Falls(Entry entry)
    {
        if (entry.Kind == EntryKind.Wish || set.Step(Keys.StepOf(entry.Key)) is not { } step)
            return false;
        // What was told is no answer that a question calls for: it stays.
        if (entry.Key.EndsWith(Keys.Words, StringComparison.Ordinal) && step is Ask { Sentences: not null })
            return false;
        var key = Keys.Base(entry.Key);
        return !(key.Length == step.Path.Length ? _plain[step.Number] : _others.Contains(key));
    }
}
