using RemedyBot.Dialogs.Conditions;
using RemedyBot.Dialogs.Model;

namespace RemedyBot.Dialogs.Turns;

/// <summary>The log, looked at from one place of the walk: answers, signals and facts.</summary>
internal sealed class Memory(DialogSet set, Conversation conversation, IWorld world) : ICircumstances
{
    private readonly Dictionary<string, Entry> _byKey = IndexByKey(conversation);
    private readonly Dictionary<string, Entry> _byField = IndexByField(conversation);
    private readonly SignalState _signals = SignalState.Of(conversation);
    private readonly Dictionary<string, IReadOnlyList<string>?> _values = new(StringComparer.Ordinal);
    private IReadOnlyList<Answer>? _answers;

    /// <summary>What the walked dialog is walked for; set by the walk.</summary>
    public string? Item { get; set; }

    public string? Mode { get; set; }

    /// <summary>The dialog being walked; set by the walk.</summary>
    public string Dialog { get; set; } = "";

    /// <summary>Its suffix; set by the walk.</summary>
    public string Suffix { get; set; } = "";

    /// <summary>When the layer being walked came up; set by the walk.</summary>
    public int Since { get; set; } = -1;

    public IReadOnlySet<string> Signals => _signals.Active;

    public Entry? Find(string key) => _byKey.GetValueOrDefault(key);

    public bool Filled(string field, string exceptKey) =>
        _byField.TryGetValue(field, out var entry) && entry.Key != exceptKey && Keys.Base(entry.Key) != exceptKey;

    /// <summary>The latest answer; where several questions add to one list (harms), all of theirs.</summary>
    public IReadOnlyList<string>? Values(string field)
    {
        if (!_values.TryGetValue(field, out var values))
            _values[field] = values = Collect(field);
        return values;
    }

    private IReadOnlyList<string>? Collect(string field)
    {
        if (!_byField.TryGetValue(field, out var latest))
            return null;
        IReadOnlyList<string> own = latest.Values;
        return !AddsUp(set, latest) ? own : [.. conversation.Log.Where(e => e.IsAnswer && e.Field == field && AddsUp(set, e)).SelectMany(e => e.Values).Distinct(StringComparer.Ordinal)];
    }

    /// <summary>Whether an answer adds to a list instead of taking the place of an earlier one.</summary>
    public static bool AddsUp(DialogSet set, Entry entry) => set.Step(entry.Step) is Ask { Kind: PromptKind.Choices or PromptKind.Items };

    public IReadOnlyList<string>? StepValues(string step) => At(step) is { IsAnswer: true } entry ? entry.Values : null;

    private Entry? At(string step)
    {
        var name = step.Contains('/', StringComparison.Ordinal) ? step : $"{Dialog}/{step}";
        return Find(name + Suffix) ?? Find(name);
    }

    public bool Signalled(string signal) => _signals.Active.Contains(signal);

    /// <summary>A wish counts for what was there when it was made, not for a danger that came up later.</summary>
    public bool Wished(string wish) => _byKey.TryGetValue(WishKey(wish), out var entry) && entry.Order > Since;

    /// <summary>Whether the answer to a step was given, or given anew, after the wish: what it calls for was not meant by the wish.</summary>
    public bool GivenSince(string step, string wish) =>
        At(step) is { IsAnswer: true } answer && _byKey.TryGetValue(WishKey(wish), out var wished) && answer.Order > wished.Order;

    public bool Fact(string name) => name switch
    {
        "by-words" => Since >= 0 && Suffix.Contains('~', StringComparison.Ordinal),
        "returned" => conversation.Heard.Any(h => h.Signal == Model.Words.Return),
        _ => world.Holds(name, Here()),
    };

    public IReadOnlyList<Choice> List(string name) => world.List(name, Here());

    public static string WishKey(string wish) => "wish/" + wish;

    public static IReadOnlyList<Answer> Answers(Conversation conversation) =>
        [.. conversation.Log.Where(e => e.IsAnswer).OrderBy(e => e.Order).Select(e => e.AsAnswer())];

    private Circumstance Here() =>
        new(_answers ??= Answers(conversation), Item, Mode, conversation.Language, _signals.Active);

    private static Dictionary<string, Entry> IndexByKey(Conversation conversation)
    {
        var index = new Dictionary<string, Entry>(conversation.Log.Count, StringComparer.Ordinal);
        foreach (var entry in conversation.Log)
            index[entry.Key] = entry;
        return index;
    }

    private static Dictionary<string, Entry> IndexByField(Conversation conversation)
    {
        var index = new Dictionary<string, Entry>(StringComparer.Ordinal);
        foreach (var entry in conversation.Log)
            if (entry is { IsAnswer: true, Field: { } field } && (!index.TryGetValue(field, out var known) || known.Order < entry.Order))
                index[field] = entry;
        return index;
    }
}
