using System.Collections.Concurrent;
using RemedyBot.Composition;
using RemedyBot.Dialogs.Model;
using RemedyBot.Dialogs.Turns;
using RemedyBot.Localization;
using RemedyBot.Localization.Matching;
using RemedyBot.Storage.Codes;

namespace RemedyBot.Turns;

/// <summary>What was typed or tapped, read against the question that waits: a wish, a value, a title in any language, a number, or free words.</summary>
public sealed class InputReader(LoadedContent content, Limits limits)
{
    private readonly Localizer localizer = content.Localizer;
    private readonly Ears _ears = new(content);
    private readonly ThingsReader _things = new(content.Localizer.Choices, content.Domain.Platforms);
    private static readonly IReadOnlySet<string> Silent = new HashSet<string>();

    // What the dialogs offer: as many as the content has, and none of anybody's words.
    private readonly ConcurrentDictionary<(string Value, string Key), Offer> _offers = new();
    private readonly IReadOnlyList<Offer> _wishes = [.. Words.Wishes.Select(w => Wishes.Offer(w, content))];
    private readonly OtherOffers _others = new(content);

    /// <summary>Reads one message.</summary>
    /// <param name="ask">The model of the question that waits, or null.</param>
    /// <param name="present">That question with its choices, or null.</param>
    /// <param name="accepted">Values taken though they are not offered.</param>
    /// <returns>The input, and the signals heard in free words.</returns>
    public (Input Input, IReadOnlySet<string> Signals) Read(string text, Ask? ask, Message? present, IReadOnlyList<Choice> accepted, CaseFile file, DateOnly today)
    {
        if (text.Length > limits.AnswerLength)
            return (new Input.TooLong(), _ears.Heard(text, file.Language));
        if (string.IsNullOrWhiteSpace(text))
            return (new Input.Nothing(), Silent);
        if (ask is null || present is null)
            return (new Input.Words(text), _ears.Heard(text, file.Language));
        if (localizer.Wishes.Read(text, ask.Wishes is { } only ? [.. _wishes.Where(w => only.Contains(w.Value))] : _wishes) is { } wish && !IsTitle(text, present) && !_ears.CriesOut(wish, text))
            return (new Input.Wish(wish), Silent);
        var input = Doubt.Read(text, ask, present, localizer.Choices) ?? Answer(text, ask, present, accepted, file, today);
        if (input is Input.Words or Input.Items && _others.Read(text, ask, present) is { } other)
            return (other, Silent);
        return (input, input switch
        {
            Input.Words when ask.Kind == PromptKind.Consent && Ears.IsGroups(text) => Silent,
            Input.Words or Input.Chosen { Told: not null } => _ears.Heard(text, file.Language, file.OpenTalk is null && input is Input.Words, Ears.Tells(ask)),
            // Read from words, not tapped: what else they say counts as much.
            Input.Date { IsWhole: true } => Silent,
            Input.Date or Input.Ahead or Input.LongAgo or Input.Maybe => _ears.Besides(text, file.Language),
            Input.Chosen { Values: [{ Length: 2 } code] } when ask.Reads == "country" && code != text && !IsShown(text, present) => _ears.Besides(localizer.Countries.Without(text, code), file.Language),
            Input.Chosen { Values: [var tag] } when ask.OptionsFrom == "languages" && tag != text && !IsShown(text, present) => _ears.Besides(text, file.Language),
            Input.Items list => _ears.Named(list.Things.Where(t => !present.Choices.Any(c => c.Value == t)), file.Language),
            Input.Toggled { Value: var one } when ask.Kind == PromptKind.Items && !present.Choices.Any(c => c.Value == one) => _ears.Named([one], file.Language),
            _ => Silent,
        });
    }

    /// <summary>A title that is shown, or the value of its button, is meant as it stands, though other words for a wish could sound the same ("Change something").</summary>
    private bool IsTitle(string text, Message present) => IsShown(text, present) && !Words.Wishes.Any(w => Says(text, [w, .. localizer.Catalog.Titles("common/wish." + w)]));

    private bool IsShown(string text, Message present) => present.Choices.Any(c => c.Value == text.Trim() || Says(text, Offer(c).Titles));

    private static bool Says(string text, IEnumerable<string> titles) => Folding.Fold(text) is var folded && titles.Any(t => Folding.Fold(t) == folded);

    private Input Answer(string text, Ask ask, Message present, IReadOnlyList<Choice> accepted, CaseFile file, DateOnly today) => Confirmation.Of(text, ask, present, localizer.Choices) ?? ask.Kind switch
    {
        PromptKind.Text when present.Choices.FirstOrDefault(c => c.Value == text || Offer(c).Titles.Contains(text, StringComparer.OrdinalIgnoreCase)) is { } tapped => new Input.Chosen([tapped.Value]),
        PromptKind.Text when ask.Reads == "country" => Country(text, present),
        PromptKind.Text => new Input.Words(text),
        PromptKind.Date => DateInput.Read(text, ask, file, today, localizer.Dates) ?? Offered(text, present, accepted, false),
        PromptKind.Items => Items(text, ask, present, accepted),
        PromptKind.Choices or PromptKind.Consent => Offered(text, present, accepted, true),
        _ when ask.OptionsFrom == "languages" => Language(text, present),
        _ => OwnWords.Read(Offered(text, present, accepted, false), ask, localizer.Choices),
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

    private Input Country(string text, Message present) =>
        CountryInput.Read(text, localizer.Countries) is { } read ? read
        : Offered(text, present, [], false) is var input && input is Input.Again ? new Input.Wish("skip") : input;

    /// <summary>Each thing by its value where it is one that is offered, else as it was written.</summary>
    private Input Items(string text, Ask ask, Message present, IReadOnlyList<Choice> accepted)
    {
        var tap = Offered(text, present, accepted, true);
        var offers = present.Choices.Concat(accepted).DistinctBy(c => c.Value).Select(Offer).ToList();
        return tap is Input.Toggled or Input.Done or Input.Again ? tap : _things.Read(text, ask, present, thing =>
            localizer.Choices.Read(thing, offers) is ChoiceResult.Picked { Values: [var value] } && Confirmation.Means(thing, ask) ? value : thing);
    }

    private Offer Offer(Choice choice) => choice.TitleKey is { } key
        ? _offers.GetOrAdd((choice.Value, key), made => new(made.Value, localizer.Catalog.Titles(made.Key)))
        : new(choice.Value, choice.Title is { } title ? [title] : []);

    /// <summary>The words that came beside a tap are listened to, and told with its answer where its question keeps words.</summary>
    public (Input Input, IReadOnlySet<string> Signals) Beside((Input Input, IReadOnlySet<string> Signals) tap, string? words, CaseFile file) => words is null ? tap : (
        tap.Input is Input.Chosen { Told: null } chosen && words.Length <= limits.AnswerLength && !CaseCode.IsNear(words) ? chosen with { Told = words } : tap.Input,
        tap.Signals.Union(_ears.Heard(words, file.Language)).ToHashSet());

    /// <summary>What is heard in a message that answers no question that waits, maybe one that was asked before.</summary>
    internal IReadOnlySet<string> Heard(Visit visit, CaseFile file, Ask? asked) =>
        Beside((new Input.Again(), _ears.Heard(visit.Words, file.Language).Union(_ears.Alarms(visit.Words, asked)).ToHashSet()), visit.Request.Beside, file).Signals;
}
