using RemedyBot.Composition;
using RemedyBot.Dialogs.Model;
using RemedyBot.Dialogs.Turns;
using RemedyBot.Localization.Matching;
using RemedyBot.Understanding.Signals;

namespace RemedyBot.Turns;

/// <summary>What calls for care in free words: by the lists, and by the model where there is one.</summary>
internal sealed class Ears(LoadedContent content)
{
    private const int WordsOfASentence = 4;

    // No date and no country's name has so many; of fewer the model makes what nobody said.
    private const int WordsBesides = 9;

    /// <param name="asking">Whether what may have been meant is asked about: not while a person is there to ask.</param>
    /// <param name="telling">Whether it was asked what happened.</param>
    /// <returns>Signals, and those that may have been meant, so marked.</returns>
    public IReadOnlySet<string> Heard(string text, string language, bool asking = true, bool telling = true)
    {
        if (content.Reader is not { } reader)
            return content.Signals.Find(text).Select(SignalNames.Of).ToHashSet();
        var heard = reader.Hear(text, language, telling);
        var names = heard.Firm.Select(SignalNames.Of).ToHashSet();
        if (asking && !content.Localizer.Choices.IsPlain(text))
            names.UnionWith(heard.Maybe.Select(signal => Words.Maybe + SignalNames.Of(signal)).Where(Words.Interrupts.Contains));
        return names;
    }

    /// <summary>Whether a wish for help is a cry for it.</summary>
    public bool CriesOut(string wish, string text) => wish == "help" && content.Signals.Find(text).Any(SignalNames.Grave.Contains);

    /// <summary>What an answer to a question that waits no more calls for at once: whoever says there that they are in danger is in danger now.</summary>
    /// <param name="asked">That question; null where it cannot be told.</param>
    public IEnumerable<string> Alarms(string text, Ask? asked)
    {
        if (asked is not { Raises.Count: > 0 })
            return [];
        var choices = content.Localizer.Choices;
        Input said = choices.Read(text, [.. asked.Written.Select(c => new Offer(c.Value, content.Localizer.Catalog.Titles(c.TitleKey!)))], many: true) is ChoiceResult.Picked picked
            ? new Input.Chosen(picked.Values) : new Input.Words(text);
        return OwnWords.Read(said, asked, choices) is Input.Chosen { Values: var values }
            ? SignalNames.Grave.Select(SignalNames.Of).Where(signal => asked.Raises.TryGetValue(signal, out var by) && by.Any(values.Contains)) : [];
    }

    /// <summary>Names and links are no sentences: only the lists look at them.</summary>
    public IReadOnlySet<string> Named(IEnumerable<string> things, string language) => things.SelectMany(thing => Long(thing, language, WordsOfASentence)).ToHashSet();

    /// <summary>What else is said with a date, a country or a language.</summary>
    public IReadOnlySet<string> Besides(string text, string language) => Long(text, language, WordsBesides);

    private IReadOnlySet<string> Long(string text, string language, int fewest) =>
        text.Split((char[]?)null, fewest, StringSplitOptions.RemoveEmptyEntries).Length == fewest
            ? Heard(text, language, telling: false)
            : content.Signals.Find(text).Select(SignalNames.Of).ToHashSet();

    /// <summary>Whether a message is field groups and nothing else ("g14" is no age).</summary>
    public static bool IsGroups(string text) => ItemsReader.Read(text).SelectMany(part => part.Split((char[]?)null)).All(part => part is ['g' or 'G', _, ..] && part.AsSpan(1).IndexOfAnyExceptInRange('0', '9') < 0);

    /// <summary>Whether a question asks what happened.</summary>
    public static bool Tells(Ask ask) => (ask.Field == Told.Statement || ask.Words == Told.Statement) && ask.Kind is PromptKind.Text or PromptKind.Choices;
}
