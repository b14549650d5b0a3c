using System.Collections.Immutable;
using RemedyBot.Dialogs.Conditions;
using RemedyBot.Dialogs.Model;

namespace RemedyBot.Dialogs.Turns;

/// <summary>The log, looked at from one place of the walk: answers, signals and facts.</summary>
internal sealed class Memory : ICircumstances
{
    private readonly DialogSet _set;
    private readonly Conversation _conversation;
    private readonly IWorld _world;
    private readonly Entry?[] _plain;
    private readonly Dictionary<string, Entry> _others = new(StringComparer.Ordinal);
    private readonly Dictionary<string, Filling> _fields = new(StringComparer.Ordinal);
    private IReadOnlyList<Answer>? _answers;

    /// <summary>The latest answer to a field, and what all that count come to once somebody asked.</summary>
    private sealed class Filling
    {
        public required Entry Latest { get; set; }
        public ImmutableArray<string>? Values { get; set; }
    }

    public Memory(DialogSet set, Conversation conversation, IWorld world)
    {
        (_set, _conversation, _world) = (set, conversation, world);
        _plain = new Entry?[set.Count];
        foreach (var entry in conversation.Log)
        {
            Add(entry);
            if (entry is not { IsAnswer: true, Field: { } field })
                continue;
            if (!_fields.TryGetValue(field, out var known))
                _fields[field] = new() { Latest = entry };
            else if (known.Latest.Order < entry.Order)
                known.Latest = entry;
        }
        State = SignalState.Of(conversation);
    }

    public SignalState State { get; }

    /// <summary>What the walked dialog is walked for; set by the walk.</summary>
    public string? Item { get; set; }

    public string? Mode { get; set; }

    /// <summary>The dialog being walked; set by the walk.</summary>
    public Dialog? Dialog { get; set; }

    /// <summary>Its suffix; set by the walk.</summary>
    public string Suffix { get; set; } = "";

    /// <summary>When the layer being walked came up; set by the walk.</summary>
    public int Since { get; set; } = -1;

    /// <summary>Whether a later layer speaks for it; set by the walk.</summary>
    public bool Past { get; set; }

    /// <summary>Remembers what was said or done meanwhile.</summary>
    public void Add(Entry entry)
    {
        if (_set.Step(entry.Key) is { } step)
            _plain[step.Number] = entry;
        else
            _others[entry.Key] = entry;
    }

    public Entry? Find(Step step, string suffix) => suffix.Length == 0 ? _plain[step.Number] : _others.GetValueOrDefault(step.Path + suffix);

    public bool Filled(string field, string exceptKey) =>
        _fields.TryGetValue(field, out var known) && known.Latest.Key != exceptKey && Keys.Base(known.Latest.Key) != exceptKey;

    /// <summary>The latest answer; where several questions add to one list (harms), all of theirs.</summary>
    public ImmutableArray<string> Values(string field) => _fields.TryGetValue(field, out var known) ? known.Values ??= Collect(field, known.Latest) : default;

    private ImmutableArray<string> Collect(string field, Entry latest) => !AddsUp(_set, latest)
        ? latest.Values
        : [.. _conversation.Log.Where(e => e.IsAnswer && e.Field == field && AddsUp(_set, e)).SelectMany(e => e.Values).Distinct(StringComparer.Ordinal)];

    /// <summary>Whether an answer adds to a list instead of taking the place of an earlier one.</summary>
    public static bool AddsUp(DialogSet set, Entry entry) => entry.Kind != EntryKind.Words && set.Step(Keys.StepOf(entry.Key)) is Ask { Kind: PromptKind.Choices or PromptKind.Items };

    public ImmutableArray<string> StepValues(string step) => At(step) is { IsAnswer: true } entry ? entry.Values : default;

    /// <summary>A walk of its own, for which what was answered in another counts as not answered.</summary>
    private bool IsApart => Suffix.Contains('~', StringComparison.Ordinal);

    private Entry? At(string name)
    {
        var whole = name.Contains('/', StringComparison.Ordinal);
        if ((whole ? _set.Step(name) : Dialog?.Step(name)) is { } step)
            return Find(step, Suffix) ?? (IsApart ? null : Find(step, ""));
        if (!whole)
            name = $"{Dialog?.Name}/{name}";
        return _others.GetValueOrDefault(name + Suffix) ?? (IsApart ? null : _others.GetValueOrDefault(name));
    }

    public bool Signalled(string signal) => State.Active.Contains(signal);

    /// <summary>A wish counts for what was there when it was made, not for a danger that came up later.</summary>
    public bool Wished(string wish) => Wish(wish) is { } entry && entry.Order > Since;

    /// <summary>Whether the answer to a step was given, or given anew, after the wish: what it calls for was not meant by the wish.</summary>
    public bool GivenSince(string step, string wish) => At(step) is { IsAnswer: true } answer && Wish(wish) is { } wished && answer.Order > wished.Order;

    private Entry? Wish(string wish) => _others.Count == 0 ? null : _others.GetValueOrDefault(WishKey(wish));

    public bool Fact(string name) => name switch
    {
        "by-words" => Since >= 0 && IsApart,
        // Who moved here came with a code that has died since: what is not kept anew is not kept.
        "returned" => _conversation.Heard.Exists(h => h.Signal == Words.Return) && !_world.Holds("moved", Here()),
        "handed" => _others.Values.Any(IsHandoff) || _world.Holds(name, Here()),
        _ => _world.Holds(name, Here()),
    };

    /// <summary>Whether a case was handed over after the answer of that order, and the yes to it stands.</summary>
    public bool HandedSince(int order) => _others.Values.Any(e => e.Order > order && IsHandoff(e));

    /// <summary>Handed over and not only said yes to, and the yes stands: the world learns of both after the turn.</summary>
    private bool IsHandoff(Entry entry) => entry.Kind == EntryKind.Effect && (_set.Step(entry.Step) as Effecting)?.Effect == "handoff"
        && _world.Holds("granted", Here() with { Item = Keys.Item(entry.Key) });

    public IReadOnlyList<Choice> List(string name) => _world.List(name, Here());

    /// <summary>The countries that an answer to the question with this key may mean; empty where it is not asked which.</summary>
    public IReadOnlyList<Choice> Meant(string key) => _conversation.Asking != key || _conversation.Picked.IsEmpty ? []
        : [.. List("countries").Where(c => _conversation.Picked.Contains(c.Value, StringComparer.Ordinal))];

    public static string WishKey(string wish) => "wish/" + wish;

    public static IReadOnlyList<Answer> Answers(Conversation conversation)
    {
        var answers = new List<Answer>(conversation.Log.Count);
        var sorted = true;
        foreach (var entry in conversation.Log)
        {
            if (!entry.IsAnswer)
                continue;
            sorted &= answers.Count == 0 || answers[^1].Order <= entry.Order;
            answers.Add(entry.AsAnswer());
        }
        return sorted ? answers : [.. answers.OrderBy(a => a.Order)];
    }

    private Circumstance Here() => new(_answers ??= Answers(_conversation), Item, Mode, _conversation.Language, State.Active);
}
