namespace RemedyBot.Dialogs.Turns;

/// <summary>What one turn came to. Nothing has been sent, stored or rendered.</summary>
public sealed record TurnResult(Conversation Conversation, IReadOnlyList<Message> Messages, IReadOnlyList<Effect> Effects);

/// <summary>What the engine asks of the world. The program has exactly one switch over it.</summary>
public enum EffectKind
{
    /// <summary>Seal what was consented for <see cref="Effect.Item"/> and hand it over.</summary>
    Handoff,

    /// <summary>Make a case code.</summary>
    Keep,

    /// <summary>Make a case code that lives for an hour and moves the conversation to the page.</summary>
    Move,

    /// <summary>Erase everything, now.</summary>
    Erase,

    /// <summary>The person left without keeping: what is stored goes.</summary>
    Forget,

    /// <summary>What the person wrote back to <see cref="Effect.Item"/> goes there.</summary>
    Reply,

    /// <summary>Ask for a talk with a person.</summary>
    Talk,

    /// <summary>The person ends the talk.</summary>
    HangUp,
}

/// <param name="Words">What was written in step `words` of the dialog that asks for it, or null.</param>
public sealed record Effect(EffectKind Kind, string? Item, string? Words = null)
{
    public override string ToString() => $"Effect({Kind})";
}

/// <summary>A message to the person: which text, not its words.</summary>
public sealed record Message
{
    /// <summary>dialog/step.</summary>
    public required string Step { get; init; }
    public required string Topic { get; init; }

    /// <summary>say, choice, choices, text, yesno, date, items, consent, review, code or end.</summary>
    public required string Kind { get; init; }

    /// <summary>Key of its text in the catalogs.</summary>
    public required string TextKey { get; init; }

    /// <summary>Placeholder to type, as the dialog declares them.</summary>
    public IReadOnlyDictionary<string, string> With { get; init; } = new Dictionary<string, string>();
    public string? Field { get; init; }

    /// <summary>What the dialog is walked for: a recipient's id.</summary>
    public string? Item { get; init; }
    public IReadOnlyList<Choice> Choices { get; init; } = [];
    public IReadOnlyList<string> Picked { get; init; } = [];
    public IReadOnlyList<string> Wishes { get; init; } = [];
    public (int At, int Of)? Progress { get; init; }
    public IReadOnlyList<string>? Groups { get; init; }

    /// <summary>default, beyond or own (consent); new or return (code).</summary>
    public string? Mode { get; init; }
    public string? By { get; init; }
    public string? To { get; init; }
    public string? Routes { get; init; }

    /// <summary>A question that stands and need not be said again.</summary>
    public bool Quiet { get; init; }
}

/// <summary>An answer offered: its title is a catalog key, or words that are nobody's to translate (a link, a language's own name).</summary>
public sealed record Choice(string Value, string? TitleKey, string? Title = null);
