using System.Collections.Frozen;
using RemedyBot.Composition;
using RemedyBot.Dialogs.Model;
using RemedyBot.Dialogs.Turns;
using RemedyBot.Localization.Matching;
using RemedyBot.Understanding.Signals;

namespace RemedyBot.Turns;

/// <summary>What other questions offer, for one that would take it for words, or for a thing: an answer to one of them, and the name of a language, say nothing about this one.</summary>
internal sealed class OtherOffers(LoadedContent content)
{
    private const string Language = "language";
    private static readonly char[] Between = [',', '\n', '،', '、', '，', ';', '؛', '；'];

    // What the program's own lists end with.
    private static readonly string[] Lists = ["common/none-of-these", "common/continue"];
    private static readonly string[] Buttons = [.. Lists, "common/more", "common/done", "common/confirm", "common/edit", "common/send", "common/copy", "common/keep", "common/finish"];
    private readonly Lazy<FrozenSet<string>> _titles = new(() => Titles(content));
    private readonly Lazy<FrozenSet<string>> _buttons = new(() => Buttons.SelectMany(content.Localizer.Catalog.Titles).Select(Folding.Fold).ToFrozenSet(StringComparer.Ordinal));

    /// <returns>Null for words. A value is a button that was tapped late, so nothing is said of it; what was typed is told to be no answer. The language to be spoken is another wish.</returns>
    public Input? Read(string text, Ask ask, Message present) => Spoken(text, ask, present) ?? (ask.Otherwise is null ? Pressed(text, ask)
        : IsValue(text.Trim()) ? new Input.Again()
        : IsAnswer(text) && !Tells(text, ask) ? new Input.Elsewhere()
        : null);

    /// <summary>"Yes", "finish" and whatever else is written on buttons tells nothing of what happened.</summary>
    private Input.Elsewhere? Pressed(string text, Ask ask) =>
        (ask.Words ?? ask.Field) == Told.Statement && (content.Localizer.Choices.IsPlain(text) || IsValue(text.Trim()) || _buttons.Value.Contains(Folding.Fold(text))) ? new() : null;

    /// <summary>"French" where a country is asked for is one.</summary>
    private Input? Spoken(string text, Ask ask, Message present) =>
        ask.Reads == "country" || ask.OptionsFrom == "languages" || !present.Wishes.Contains(Language) || content.Localizer.LanguageWishes.Read(text) is not { } named ? null
        : named.Offered is { } tag ? new Input.Language(tag) : new Input.Wish(Language);

    /// <summary>One thing, or several as lists are answered; with a plus where each is a tap.</summary>
    private bool IsAnswer(string text) => IsOne(text) || text.Split(Between, StringSplitOptions.TrimEntries | StringSplitOptions.RemoveEmptyEntries) is { Length: > 0 } parts && parts.All(IsOne);

    private bool IsOne(string text)
    {
        var trimmed = text.Trim();
        var bare = trimmed.TrimStart('+').Trim();
        return IsValue(bare) || content.Localizer.Choices.IsNumbers(bare) || _titles.Value.Contains(Folding.Fold(bare))
            || (bare.Length < trimmed.Length && !bare.Any(char.IsWhiteSpace));
    }

    private bool IsValue(string text) =>
        content.Dialogs.Dialogs.Offers(text) || content.Domain.Taxonomy.Leaves.Any(l => l.Id == text) || content.Platforms.Any(p => p.Value == text);

    /// <summary>"I am threatened with violence" is the title of a harm, and an answer all the same.</summary>
    private bool Tells(string text, Ask ask) => content.Signals.Find(text).Any(signal => ask.Raises.ContainsKey(SignalNames.Of(signal)));

    private static FrozenSet<string> Titles(LoadedContent content)
    {
        var offered = content.Dialogs.Dialogs.AllOffered.Concat(content.Taxonomy).Concat(content.Platforms).ToList();
        var fields = content.Dialogs.Dialogs.All.SelectMany(d => d.Steps).OfType<Ask>().Select(a => a.Field).OfType<string>().Select(Domain.LabelOf);
        return offered.Select(choice => choice.TitleKey).OfType<string>().Concat(fields).Concat(Lists).SelectMany(content.Localizer.Catalog.Titles)
            .Concat(offered.Select(choice => choice.Title).OfType<string>()).Concat(content.Spoken(true).Select(language => language.Name))
            .Select(Folding.Fold).Where(title => title.Length > 0).ToFrozenSet(StringComparer.Ordinal);
    }
}
