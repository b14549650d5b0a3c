using RemedyBot.Understanding.Signals;

namespace RemedyBot.Understanding.Lists;

/// <summary>What one localization/style/LANG.yaml holds for this room and for the text checks.</summary>
public sealed record WordLists
{
    /// <summary>BCP 47 tag, the file's name without its ending.</summary>
    public required string Language { get; init; }

    /// <summary>Phrases that raise a signal.</summary>
    public IReadOnlyDictionary<Signal, IReadOnlyList<SignalPhrase>> Signals { get; init; } = new Dictionary<Signal, IReadOnlyList<SignalPhrase>>();

    /// <summary>Longer phrases around a signal's words that make them harmless.</summary>
    public IReadOnlyDictionary<Signal, IReadOnlyList<SignalPhrase>> Except { get; init; } = new Dictionary<Signal, IReadOnlyList<SignalPhrase>>();

    /// <summary>Named alternatives, used in phrases as &lt;name&gt;.</summary>
    public IReadOnlyDictionary<string, IReadOnlyList<SignalPhrase>> Words { get; init; } = new Dictionary<string, IReadOnlyList<SignalPhrase>>();

    /// <summary>Chat spellings and the words they stand for ("jai" to "j'ai").</summary>
    public IReadOnlyDictionary<string, string> Spelling { get; init; } = new Dictionary<string, string>();

    /// <summary>Words that look like a typo of a listed word and are not.</summary>
    public IReadOnlyList<string> NotTypos { get; init; } = [];

    /// <summary>Words that, right before a phrase, say that it is not so.</summary>
    public IReadOnlyList<string> NegatedBy { get; init; } = [];

    /// <summary>Words over which a negation still reaches ("going to").</summary>
    public IReadOnlyList<string> NegatedThrough { get; init; } = [];

    /// <summary>Words for who somebody is to the person who writes, by relation.</summary>
    public IReadOnlyDictionary<string, IReadOnlyList<SignalPhrase>> Relations { get; init; } = new Dictionary<string, IReadOnlyList<SignalPhrase>>();

    /// <summary>Words for money: `words` that make a number beside them a sum, `times` that may stand between (thousand).</summary>
    public IReadOnlyDictionary<string, IReadOnlyList<SignalPhrase>> Money { get; init; } = new Dictionary<string, IReadOnlyList<SignalPhrase>>();

    /// <summary>negators, blame, promises, minimising, revealing, reporting and any further list, for the text checks.</summary>
    public IReadOnlyDictionary<string, IReadOnlyList<ListEntry>> Lists { get; init; } = new Dictionary<string, IReadOnlyList<ListEntry>>();

    /// <summary>What could not be used.</summary>
    public IReadOnlyList<StyleProblem> Problems { get; init; } = [];

    /// <summary>Everything that signals are heard by, one piece a line; what else stands in the file changes nothing of it.</summary>
    internal IEnumerable<string> Heard()
    {
        IEnumerable<string> Named<T>(string section, IReadOnlyDictionary<T, IReadOnlyList<SignalPhrase>> lists) =>
            lists.SelectMany(list => list.Value.Select(phrase => $"{Language}\t{section}\t{list.Key}\t{phrase.Text}"));
        return
        [
            .. Named("signals", Signals),
            .. Named("except", Except),
            .. Named("words", Words),
            .. Spelling.Select(pair => $"{Language}\tspelling\t{pair.Key}\t{pair.Value}"),
            .. NotTypos.Select(word => $"{Language}\tnot_typos\t{word}"),
            .. NegatedBy.Select(word => $"{Language}\tbefore\t{word}"),
            .. NegatedThrough.Select(word => $"{Language}\tthrough\t{word}"),
        ];
    }
}
