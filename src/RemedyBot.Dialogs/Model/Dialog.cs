using System.Collections.Frozen;
using RemedyBot.Dialogs.Conditions;
using RemedyBot.Dialogs.Turns;

namespace RemedyBot.Dialogs.Model;

/// <summary>A dialog as its file says it: steps in order.</summary>
/// <param name="Interrupts">The signal (or `return`) that walks this dialog before everything else; null for others.</param>
/// <param name="Wish">The wish that walks this dialog; null for others.</param>
public sealed record Dialog(
    string Name, string Source, string Topic, bool Intake, string? Interrupts, string? Wish, IReadOnlyList<Step> Steps, string File)
{
    /// <summary>Its steps by their ids; given by the set that it belongs to.</summary>
    internal FrozenDictionary<string, Step> Own { get; init; } = FrozenDictionary<string, Step>.Empty;

    internal Step? Step(string id) => Own.GetValueOrDefault(id);

    public int IndexOf(string stepId)
    {
        for (var i = 0; i < Steps.Count; i++)
            if (string.Equals(Steps[i].Id, stepId, StringComparison.Ordinal))
                return i;
        return -1;
    }
}

/// <summary>Source text of one message: one sentence, or a pair that `{count}` chooses from.</summary>
public sealed record Text(string Other, string? One, int Line);

/// <summary>One step. The kinds are this closed family; the walk's one switch covers them.</summary>
public abstract record Step(string Id, int Line)
{
    public string? Topic { get; init; }
    public Condition? When { get; init; }
    public bool Critical { get; init; }

    /// <summary>Placeholder name to its type, as declared by `with`.</summary>
    public IReadOnlyDictionary<string, string> With { get; init; } = new Dictionary<string, string>();

    /// <summary>Every condition written in it, with the parts that they are made of.</summary>
    public IEnumerable<Condition> Conditions => Heads.OfType<Condition>().SelectMany(Within);

    /// <summary>The conditions that stand by themselves.</summary>
    protected virtual IEnumerable<Condition?> Heads => [When];

    private static IEnumerable<Condition> Within(Condition condition) => condition.Parts.SelectMany(Within).Prepend(condition);

    /// <summary>dialog/step; given by the set that it belongs to.</summary>
    internal string Path { get; init; } = "";

    /// <summary>Its place among all steps of the set, so that a walk finds it without comparing names.</summary>
    internal int Number { get; init; } = -1;
}

public sealed record Say(string Id, int Line, Text Text, string? Routes) : Step(Id, Line);

public sealed record Branch(string Id, int Line, IReadOnlyList<Jump> Jumps) : Step(Id, Line)
{
    protected override IEnumerable<Condition?> Heads => Jumps.Select(j => j.When).Prepend(When);
}

public sealed record Jump(Condition? When, string To);

public sealed record Call(string Id, int Line, string Dialog, string? Each) : Step(Id, Line);

public sealed record Effecting(string Id, int Line, string Effect) : Step(Id, Line);

public sealed record End(string Id, int Line, string Name, Text Text) : Step(Id, Line);

/// <summary>A question: says its text and waits.</summary>
public sealed record Ask(string Id, int Line, PromptKind Kind, Text Text, Text Why) : Step(Id, Line)
{
    public string? Field { get; init; }
    public bool Again { get; init; }
    public IReadOnlyList<OptionModel> Options { get; init; } = [];

    /// <summary>Name of a list that the program knows, instead of <see cref="Options"/>.</summary>
    public string? OptionsFrom { get; init; }

    /// <summary>Name of a list whose values are taken though they are not shown.</summary>
    public string? Accepts { get; init; }

    /// <summary>What free words fill beside the options, or null where they are not welcome.</summary>
    public string? Words { get; init; }

    /// <summary>What a sentence that is no answer fills, as its dialog says; null where it is asked again and nothing more.</summary>
    public string? Sentences { get; init; }

    /// <summary>What is filled by words that are told here and are not what was asked; null where none are kept.</summary>
    public string? Keeps => Words ?? Sentences;

    /// <summary>The answer that free words are taken for where they are none; null asks again.</summary>
    public string? Otherwise { get; init; }

    /// <summary>The field that the options of a text fill: they answer something else.</summary>
    public string? Fills { get; init; }
    public Text? Thanks { get; init; }
    public Text? Retry { get; init; }

    /// <summary>Said where words may mean one of several values, which are then offered; null for the usual words.</summary>
    public Text? Which { get; init; }
    public IReadOnlyDictionary<string, Text> Titles { get; init; } = new Dictionary<string, Text>();
    public bool Unknown { get; init; } = true;
    public string? Reads { get; init; }

    /// <summary>One of <see cref="Words.Times"/> for a date; null where it may be any.</summary>
    public string? Time { get; init; }
    public int? Max { get; init; }

    /// <summary>default, beyond or own (consent), new or return (code).</summary>
    public string? Mode { get; init; }
    /// <summary>Who has to answer: self, or null for whoever speaks.</summary>
    public string? By { get; init; }

    /// <summary>`keep` where a consent is not for a recipient but for keeping the conversation.</summary>
    public string? To { get; init; }
    public bool Skippable { get; init; } = true;

    /// <summary>The only wishes offered here; null for all that make sense.</summary>
    public IReadOnlyList<string>? Wishes { get; init; }
    public IReadOnlyDictionary<string, IReadOnlyList<string>> Raises { get; init; } = new Dictionary<string, IReadOnlyList<string>>();
    public IReadOnlyDictionary<string, IReadOnlyList<string>> Clears { get; init; } = new Dictionary<string, IReadOnlyList<string>>();

    /// <summary>What the question itself offers, conditions apart; given by the set that it belongs to.</summary>
    public IReadOnlyList<Choice> Written { get; init; } = [];

    /// <summary>The values that an answer can have; null where words, a list that only the program knows, or groups of fields are answers too.</summary>
    internal IReadOnlyList<string>? Answers => Kind switch
    {
        PromptKind.YesNo or PromptKind.Review => [.. Written.Select(c => c.Value)],
        PromptKind.Consent when Mode is null => [.. Written.Select(c => c.Value)],
        PromptKind.Choice or PromptKind.Choices when OptionsFrom is null && Accepts is null => [.. Written.Select(c => c.Value)],
        PromptKind.Code => [Confirmed, .. Written.Select(c => c.Value)],
        _ => null,
    };

    /// <summary>What the log holds once a code was right.</summary>
    internal const string Confirmed = "confirmed";

    protected override IEnumerable<Condition?> Heads => Options.Select(o => o.When).Prepend(When);
}

public sealed record OptionModel(string Value, Text Title, Condition? When);

public enum PromptKind
{
    Choice,
    Choices,
    YesNo,
    Text,
    Date,
    Items,
    Consent,
    Review,
    Code,
}
