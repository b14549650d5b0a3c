using RemedyBot.Dialogs.Conditions;
using RemedyBot.Dialogs.Model;

namespace RemedyBot.Dialogs.Turns;

/// <summary>One walk from the top: passes over what the log holds, says what is new, finds the first open question.</summary>
internal sealed class Walk
{
    private readonly (DialogSet Set, IWorld World, Limits Limits) _given;
    private readonly Extent _extent;
    private Memory _memory;
    private bool _dry;
    private int _steps;

    public Walk(DialogSet set, Conversation start, IWorld world, Limits limits, Extent extent, IReadOnlyList<Layer>? layers = null)
    {
        (_given, _extent, Conversation) = ((set, world, limits), extent, start);
        _dry = extent is Extent.Dry or Extent.Asked || (extent == Extent.Onward && start.Ended);
        _memory = new(set, start, world);
        Reached = new(set);
        Run(layers ?? Layers.Of(set, start, _memory.State));
    }

    public Conversation Conversation { get; private set; }
    public List<Message> Messages { get; } = [];
    public List<Effect> Effects { get; } = [];
    public Waiting? Waiting { get; private set; }

    /// <summary>The steps that it came by; all that there are unless it stopped at a question.</summary>
    public Reach Reached { get; }

    /// <summary>Open questions that it came by.</summary>
    public int Open { get; private set; }

    /// <summary>It changed more than what was said and done, so that other steps may be reached now than it came by.</summary>
    public bool Turned { get; private set; }

    private bool Over => Waiting is not null || Conversation.Ended;

    private bool Stopped => _extent is Extent.Question or Extent.Asked && Over;

    private void Run(IReadOnlyList<Layer> layers)
    {
        for (var i = 0; i < layers.Count; i++)
        {
            var live = _extent is not (Extent.Dry or Extent.Asked) && (i == 0 || !Over);
            (_memory.Since, _memory.Past) = (layers[i].Order, layers[i].Past || Layers.Waits(Conversation, layers[i]));
            if (!_dry && i == layers.Count - 1 && Retelling.Of(_given.Set, Conversation, _memory) is { } retold)
                (Waiting, _dry) = (retold, true);
            Visit(layers[i].Dialog, layers[i].Suffix, Keys.Item(layers[i].Suffix), 0);
            if (live && layers[i].Aside && Waiting is null)
                Turn(Layers.Left(_given.Set, Conversation, layers[i]));
            if (Stopped)
                return;
        }
    }

    private void Visit(Dialog dialog, string suffix, string? item, int depth)
    {
        if (depth > _given.Limits.CallDepth)
            return;
        for (var i = 0; i < dialog.Steps.Count && !Stopped; i++)
        {
            if (++_steps > _given.Limits.StepsPerTurn)
                throw new DialogException("A turn walked more steps than limits:stepsPerTurn allows.");
            var step = dialog.Steps[i];
            (_memory.Item, _memory.Dialog, _memory.Suffix, _memory.Mode) = (item, dialog, suffix, (step as Ask)?.Mode);
            if (step.When is { } condition && !condition.Holds(_memory))
                continue;
            Reached.Add(step, suffix);
            switch (step)
            {
                case Say say: Speak(dialog, say, suffix, item); break;
                case Ask ask: Question(dialog, ask, suffix, item); break;
                case Branch branch: i = Target(dialog, branch, i) - 1; break;
                case Call call: Descend(call, suffix, item, depth); break;
                case Effecting effecting: Act(dialog, effecting, suffix, item); break;
                case End end: Finish(dialog, end, item); break;
            }
        }
    }

    private void Speak(Dialog dialog, Say say, string suffix, string? item)
    {
        if (_dry || _memory.Past || _memory.Find(say, suffix) is not null)
            return;
        Messages.Add(Compose.Said(dialog, say, item));
        Note(new(say.Path + suffix, EntryKind.Said));
    }

    private void Question(Dialog dialog, Ask ask, string suffix, string? item)
    {
        var key = ask.Path + suffix;
        if (Conversation.Reask != key)
        {
            if (_memory.Past || _memory.Find(ask, suffix) is not null || (!ask.Again && ask.Field is { } field && _memory.Filled(field, key)))
                return;
            if (dialog.Intake && _memory.Wished("enough") && !(ask.When is StepIs { Step: var cause } && _memory.GivenSince(cause, "enough")))
                return;
        }
        var asks = !_dry || (_extent == Extent.Asked && Conversation.Asking == key);
        var mayBeEmpty = ask.OptionsFrom is not null || (ask.Kind == PromptKind.Consent && ask.Mode is not null);
        var choices = !asks && !mayBeEmpty ? [] : Compose.Choices(ask, _memory, key);
        if (choices.Count == 0 && mayBeEmpty)
            return;
        Open++;
        if (!asks)
            return;
        Waiting = new(dialog, ask, key, item, choices) { Within = Returning.Wishes(_given.Set, Conversation, _given.World) };
        _dry = true;
    }

    private int Target(Dialog dialog, Branch branch, int at)
    {
        var jump = branch.Jumps.FirstOrDefault(j => j.When?.Holds(_memory) ?? true);
        return jump is null ? at + 1 : Math.Max(dialog.IndexOf(jump.To), at + 1);
    }

    private void Descend(Call call, string suffix, string? item, int depth)
    {
        if (_given.Set.Find(call.Dialog) is not { } dialog)
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

    private void Act(Dialog dialog, Effecting step, string suffix, string? item)
    {
        if (_dry || _memory.Past || _memory.Find(step, suffix) is not null)
            return;
        Note(new(step.Path + suffix, EntryKind.Effect));
        if (Inward.Apply(_given.Set, step.Effect, Conversation, (dialog.Name, suffix)) is { } changed)
            Turn(changed);
        else
            Effects.Add(new(Inward.Outward(step.Effect), item, Inward.Words(Conversation, dialog.Name, suffix)));
    }

    private void Finish(Dialog dialog, End end, string? item)
    {
        if (_dry || _memory.Past)
            return;
        Messages.Add(Compose.Ended(dialog, end, item));
        Conversation = Conversation with { Ended = true, Ending = end.Name, Asking = null };
        _dry = true;
    }

    private void Note(Entry entry)
    {
        Conversation = Conversation.With(entry);
        _memory.Add(entry);
    }

    private void Turn(Conversation changed)
    {
        (Conversation, Turned) = (changed, true);
        _memory = new(_given.Set, changed, _given.World) { Item = _memory.Item, Mode = _memory.Mode, Dialog = _memory.Dialog, Suffix = _memory.Suffix, Since = _memory.Since, Past = _memory.Past };
    }
}
