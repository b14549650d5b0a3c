using System.Collections.Concurrent;
using RemedyBot.Composition;
using RemedyBot.Dialogs.Model;
using RemedyBot.Dialogs.Turns;
using RemedyBot.Localization;
using RemedyBot.Localization.Countries;
using RemedyBot.Localization.Matching;
using RemedyBot.Understanding.Signals;

namespace RemedyBot.Turns;

/// <summary>What was typed or tapped, read against the question that waits: a wish, a value, a title in any language, a number, or free words.</summary>
public sealed class InputReader(LoadedContent content, Limits limits)
{
    private readonly Localizer localizer = content.Localizer;
    private static readonly IReadOnlySet<string> Silent = new HashSet<string>();

    // What the dialogs offer: as many as the content has, and none of anybody's words.
    private readonly ConcurrentDictionary<(string Value, string Key), Offer> _offers = new();
    private readonly IReadOnlyList<Offer> _wishes =
        [.. Words.Wishes.Select(w => new Offer(w, [.. content.Localizer.Catalog.Titles("common/wish." + w), .. content.Localizer.Catalog.Titles("common/wish-words." + w).SelectMany(Synonyms)]))];

    /// <summary>Reads one message.</summary>
    /// <param name="ask">The model of the question that waits, or null.</param>
    /// <param name="present">That question with its choices, or null.</param>
    /// <param name="accepted">Values taken though they are not offered.</param>
    /// <returns>The input, and the signals heard in free words.</returns>
    public (Input Input, IReadOnlySet<string> Signals) Read(string text, Ask? ask, Message? present, IReadOnlyList<Choice> accepted, CaseFile file, DateOnly today)
    {
        if (text.Length > limits.AnswerLength)
            return (new Input.TooLong(), Heard(text[..limits.AnswerLength]));
        if (string.IsNullOrWhiteSpace(text))
            return (new Input.Nothing(), Silent);
        if (ask is null || present is null)
            return (new Input.Words(text), Heard(text));
        if (localizer.Wishes.Read(text, ask.Wishes is { } only ? [.. _wishes.Where(w => only.Contains(w.Value))] : _wishes) is { } wish && !IsTitle(text, present))
            return (new Input.Wish(wish), Silent);
        var input = Answer(text, ask, present, accepted, file, today);
        return (input, input switch { Input.Words => Heard(text), Input.Items list => Named(list.Things.Where(t => !present.Choices.Any(c => c.Value == t))), _ => Silent });
    }

    /// <summary>A title that is shown is meant as it stands, though other words for a wish could sound the same ("Change something").</summary>
    private bool IsTitle(string text, Message present)
    {
        var folded = Folding.Fold(text);
        bool Says(IEnumerable<string> titles) => titles.Any(t => Folding.Fold(t) == folded);
        return present.Choices.Any(c => Says(Offer(c).Titles)) && !Words.Wishes.Any(w => Says([w, .. localizer.Catalog.Titles("common/wish." + w)]));
    }

    private Input Answer(string text, Ask ask, Message present, IReadOnlyList<Choice> accepted, CaseFile file, DateOnly today) => Confirmation.Of(text, ask, present, localizer.Choices) ?? ask.Kind switch
    {
        PromptKind.Text when ask.Reads == "country" => Country(text),
        PromptKind.Text => new Input.Words(text),
        PromptKind.Date => localizer.Dates.Read(text, [file.Language], today) is { } date ? DateInput.Of(date) : Offered(text, present, accepted, false),
        PromptKind.Items => Items(text, ask, present, accepted),
        PromptKind.Choices or PromptKind.Consent => Offered(text, present, accepted, true),
        _ when ask.OptionsFrom == "languages" => Language(text, present),
        _ => Offered(text, present, accepted, false),
    };

    private Input Offered(string text, Message present, IReadOnlyList<Choice> accepted, bool many) =>
        localizer.Choices.Read(text, [.. present.Choices.Concat(accepted).DistinctBy(c => c.Value).Select(Offer)], many) switch
        {
            ChoiceResult.Picked picked => new Input.Chosen(picked.Values),
            ChoiceResult.Toggle toggle => new Input.Toggled(toggle.Value),
            ChoiceResult.Done => new Input.Done(),
            _ when text.Trim() == "continue" => new Input.Again(),
            _ => new Input.Words(text),
        };

    private Input Language(string text, Message present) =>
        Offered(text, present, [], false) is Input.Chosen chosen ? chosen
        : localizer.Languages.Read(text) is { Offered: { } tag } ? new Input.Chosen([tag])
        : new Input.Words(text);

    private Input Country(string text) => localizer.Countries.Read(text) is CountryResult.Found found ? new Input.Chosen([found.Code]) : new Input.Words(text);

    /// <summary>Each thing by its value where it is one that is offered, else as it was written.</summary>
    private Input Items(string text, Ask ask, Message present, IReadOnlyList<Choice> accepted)
    {
        var tap = Offered(text, present, accepted, true);
        if (tap is Input.Toggled or Input.Done)
            return tap;
        var offers = present.Choices.Concat(accepted).DistinctBy(c => c.Value).Select(Offer).ToList();
        var things = ItemsReader.Read(text).Select(thing =>
            localizer.Choices.Read(thing, offers) is ChoiceResult.Picked { Values: [var value] } && Confirmation.Means(thing, ask) ? value : thing);
        return new Input.Items([.. things]);
    }

    private Offer Offer(Choice choice) => choice.TitleKey is { } key
        ? _offers.GetOrAdd((choice.Value, key), made => new(made.Value, localizer.Catalog.Titles(made.Key)))
        : new(choice.Value, choice.Title is { } title ? [title] : []);

    /// <summary>The model hears more than the lists do, where there is one.</summary>
    public IReadOnlySet<string> Heard(string text) => (content.Reader?.Firm(text) ?? content.Signals.Find(text)).Select(SignalNames.Of).ToHashSet();

    /// <summary>Names and links are no sentences: only the lists look at them, and not at what was offered.</summary>
    private HashSet<string> Named(IEnumerable<string> things) => content.Signals.Find(string.Join('\n', things)).Select(SignalNames.Of).ToHashSet();

    private static IEnumerable<string> Synonyms(string text) => text.Split(',', StringSplitOptions.TrimEntries | StringSplitOptions.RemoveEmptyEntries);
}
