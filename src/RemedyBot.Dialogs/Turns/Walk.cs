using RemedyBot.Dialogs.Conditions;
using RemedyBot.Dialogs.Model;

namespace RemedyBot.Dialogs.Turns;

/// <summary>A question that waits, with the place it stands in.</summary>
internal sealed record Waiting(Dialog Dialog, Ask Ask, string Key, string? Item, IReadOnlyList<Choice> Choices);

/// <summary>
/// One walk from the top: passes over what the log holds, says what is new, stops at the first open question.
/// A dry walk goes on to the end instead and tells which steps can be reached at all.
/// </summary>
internal sealed class Walk(DialogSet set, Conversation start, IWorld world, Limits limits, bool dry)
{
    private Memory _memory = new(set, start, world);
    private int _steps;

    public Conversation Conversation { get; private set; } = start;
    public List<Message> Messages { get; } = [];
    public List<Effect> Effects { get; } = [];
    public Waiting? Waiting { get; private set; }

    /// <summary>Keys of the steps that a dry walk came by.</summary>
    public HashSet<string> Reached { get; } = new(StringComparer.Ordinal);

    /// <summary>Open questions that a dry walk came by.</summary>
    public int Open { get; private set; }

    private bool Stopped => !dry && (Waiting is not null || Conversation.Ended);

    public void Run()
    {
        foreach (var layer in Layers.Of(set, Conversation))
        {
            _memory.Since = layer.Order;
            Visit(layer.Dialog, layer.Suffix, null, 0);
            if (!dry && layer.Aside && Waiting is null)
                Change(c => Layers.Left(c, layer));
            if (Stopped)
                return;
        }
    }

    private void Visit(Dialog dialog, string suffix, string? item, int depth)
    {
        if (depth > limits.CallDepth)
            return;
        for (var i = 0; i < dialog.Steps.Count && !Stopped; i++)
        {
            if (++_steps > limits.StepsPerTurn)
                throw new DialogException("A turn walked more steps than limits:stepsPerTurn allows.");
            var step = dialog.Steps[i];
            (_memory.Item, _memory.Dialog, _memory.Suffix, _memory.Mode) = (item, dialog.Name, suffix, (step as Ask)?.Mode);
            if (step.When is { } condition && !condition.Holds(_memory))
                continue;
            var key = Keys.Of(dialog.Name, step.Id, suffix);
            Reached.Add(key);
            switch (step)
            {
                case Say say: Speak(dialog, say, key, item); break;
                case Ask ask: Question(dialog, ask, key, item); break;
                case Branch branch: i = Target(dialog, branch, i) - 1; break;
                case Call call: Descend(call, suffix, item, depth); break;
                case Effecting effecting: Act(dialog, effecting, key, suffix, item); break;
                case End end: Finish(dialog, end, item); break;
            }
        }
    }

    private void Speak(Dialog dialog, Say say, string key, string? item)
    {
        if (dry || _memory.Find(key) is not null)
            return;
        Messages.Add(Compose.Said(dialog, say, item));
        Change(c => c.With(new Entry(key, EntryKind.Said)));
    }

    private void Question(Dialog dialog, Ask ask, string key, string? item)
    {
        if (Conversation.Reask != key)
        {
            if (_memory.Find(key) is not null)
                return;
            if (!ask.Again && ask.Field is { } field && _memory.Filled(field, key))
                return;
            if (dialog.Intake && _memory.Wished("enough") && !(ask.When is StepIs { Step: var cause } && _memory.GivenSince(cause, "enough")))
                return;
        }
        var choices = Compose.Choices(dialog, ask, _memory);
        if (choices.Count == 0 && (ask.OptionsFrom is not null || ask.Kind == PromptKind.Consent && ask.Mode is not null))
            return;
        Open++;
        if (!dry)
            Waiting = new(dialog, ask, key, item, choices);
    }

    private int Target(Dialog dialog, Branch branch, int at)
    {
        var jump = branch.Jumps.FirstOrDefault(j => j.When?.Holds(_memory) ?? true);
        return jump is null ? at + 1 : Math.Max(dialog.IndexOf(jump.To), at + 1);
    }

    private void Descend(Call call, string suffix, string? item, int depth)
    {
        if (set.Find(call.Dialog) is not { } dialog)
            return;
        if (call.Each is null)
        {
            Visit(dialog, suffix, item, depth + 1);
            return;
        }
        foreach (var each in _memory.List(call.Each))
        {
            Visit(dialog, $"@{each.Value}{suffix}", each.Value, depth + 1);
            if (Stopped)
                return;
        }
    }

    private void Act(Dialog dialog, Effecting step, string key, string suffix, string? item)
    {
        if (dry || _memory.Find(key) is not null)
            return;
        Change(c => c.With(new Entry(key, EntryKind.Effect)));
        if (Inward.Apply(set, step.Effect, Conversation, (dialog.Name, suffix)) is { } changed)
            Change(_ => changed);
        else
            Effects.Add(new(Outward(step.Effect), item));
    }

    private static EffectKind Outward(string effect) => effect switch
    {
        "handoff" => EffectKind.Handoff,
        "keep" => EffectKind.Keep,
        "erase" => EffectKind.Erase,
        "forget" => EffectKind.Forget,
        _ => throw new DialogException($"No effect is called {effect}."),
    };

    private void Finish(Dialog dialog, End end, string? item)
    {
        if (dry)
            return;
        Messages.Add(Compose.Ended(dialog, end, item));
        Change(c => c with { Ended = true, Ending = end.Name, Asking = null });
    }

    private void Change(Func<Conversation, Conversation> change)
    {
        Conversation = change(Conversation);
        _memory = new(set, Conversation, world) { Item = _memory.Item, Mode = _memory.Mode, Dialog = _memory.Dialog, Suffix = _memory.Suffix, Since = _memory.Since };
    }
}
