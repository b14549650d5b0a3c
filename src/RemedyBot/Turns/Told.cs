using RemedyBot.Composition;
using RemedyBot.Dialogs.Turns;
using RemedyBot.Understanding.Messages;
using RemedyBot.Understanding.Signals;
using RemedyBot.Understanding.Spans;

namespace RemedyBot.Turns;

/// <summary>
/// What a person told in their own words, and what it may mean. Suggestions: nothing of it is kept unless it is chosen. For one turn, whose walks ask again and again:
/// the same words are read once.
/// </summary>
/// <param name="language">The language that is spoken with them.</param>
internal sealed class Told(LoadedContent content, string language)
{
    public const string Statement = "/statement/original";
    private const int Most = 3;

    // Below this the first is as often wrong as right; a second or third below the other is more often noise than help.
    private const float LeastFirst = 0.35f;
    private const float LeastScore = 0.15f;

    private readonly Dictionary<(string What, string Words), object> _read = [];

    /// <summary>Words at a question that asks what happened or keeps them beside it, or null.</summary>
    public static string? Story(Input input, Dialogs.Model.Ask? ask) =>
        (ask?.Keeps ?? ask?.Field) != Statement ? null : input switch { Input.Words words => words.Text, Input.Chosen { Told: { } words } => words, _ => null };

    /// <summary>All that was told in words, or null.</summary>
    public static string? Of(IReadOnlyList<Answer> answers) => answers.LastOrDefault(a => a is { Field: Statement, Values: [_] })?.Values[0];

    /// <summary>What may be chosen from for one of the lists of the dialogs; empty where nothing fits.</summary>
    public IReadOnlyList<Choice> List(string list, CaseView view) => (list, Of(view.Answers)) switch
    {
        (_, null) => [],
        ("suggested", { } words) => Harms(words, view),
        ("mentioned", { } words) => Once(list, words, Platforms),
        ("links", { } words) => Once(list, words, text => Written(text, SpanKind.Link)),
        ("handles", { } words) => Once(list, words, text => Written(text, SpanKind.Handle)),
        var (_, words) => Once(list, words, Relations),
    };

    /// <summary>The first sum of money in the words, as it was written, or null.</summary>
    public string? Sum(IReadOnlyList<Answer> answers) =>
        Of(answers) is { } words && Spans(words).FirstOrDefault(span => span.Kind == SpanKind.Amount) is { Text: { Length: > 0 } sum } ? sum : null;

    /// <summary>Whether the words sound as if it happened to another person.</summary>
    public bool OfOthers(IReadOnlyList<Answer> answers) => Of(answers) is { } words && Once("others", words, content.Others.Find).Count > 0;

    /// <summary>
    /// What is told of somebody under 18 may be another harm, with other help; what only happens to them does not happen to adults. But the age may have been
    /// that of a parent who writes for a child.
    /// </summary>
    private IReadOnlyList<Choice> Harms(string words, CaseView view)
    {
        var taxonomy = content.Domain.Taxonomy;
        var band = view.Last("/person/age_band") is [var told] ? told : null;
        if (Scored(words) is not [{ Score: >= LeastFirst }, ..] scored)
            return [];
        var ownAge = band is not null && taxonomy.Adults.Contains(band) && (view.Last("/person/role") is null or ["self"] or ["organisation"]) && !view.Signals.Contains(SignalNames.Of(Signal.Minor));
        var harms = scored.Where(label => !ownAge || taxonomy.Find(label.Harm)?.OfTheYoung != true)
            .Where((label, rank) => rank == 0 || label.Score >= LeastScore)
            .Select(label => band is not null && taxonomy.Young.Contains(band) ? taxonomy.Find(label.Harm)?.UnderAge ?? label.Harm : label.Harm)
            .Distinct(StringComparer.Ordinal).Take(Most).ToList();
        return harms.Count == 0 ? [] : [.. harms.Select(harm => new Choice(harm, "harms/" + harm)), None];
    }

    internal IReadOnlyList<Suggestion> Scored(string words) => content.Reader is { } reader ? Once("scored", words, text => reader.Suggest(text, language)) : [];

    /// <summary>By name, and by the links to them.</summary>
    private IReadOnlyList<Choice> Platforms(string words)
    {
        var platforms = content.Domain.Platforms;
        var found = content.Mentions.Find(words).Select(platforms.Find)
            .Concat(Spans(words).Where(span => span.Kind == SpanKind.Link).Select(span => platforms.OfLink(span.Text))).OfType<Remedy.Harms.Platform>();
        return Offered(found.DistinctBy(p => p.Id).Select(p => new Choice(p.Id, null, p.Name)));
    }

    // The words themselves are the title: whoever sees them can say whether they are right.
    private IReadOnlyList<Choice> Written(string words, SpanKind kind) =>
        Offered(Spans(words).Where(span => span.Kind == kind).Select(span => new Choice(span.Text, null, span.Text)));

    /// <summary>In the words of the language that was written; where they say nothing, of the one that is spoken.</summary>
    private IReadOnlyList<Choice> Relations(string words)
    {
        var written = content.Reader?.Language(words, language) ?? language;
        var found = content.Relations.Find(words, written) is { Count: > 0 } named ? named : content.Relations.Find(words, language.Split('-')[0]);
        return Offered(found.Take(Most).Select(relation => new Choice(relation, "person/relation/option." + relation)));
    }

    private IReadOnlyList<Span> Spans(string words) => Once("spans", words, content.Spans.Find);

    private T Once<T>(string what, string words, Func<string, T> read) where T : class
    {
        if (!_read.TryGetValue((what, words), out var known))
            _read[(what, words)] = known = read(words);
        return (T)known;
    }

    private static IReadOnlyList<Choice> Offered(IEnumerable<Choice> found) => found.ToList() is { Count: > 0 } some ? [.. some, None] : [];

    private static Choice None => new(Dialogs.Model.Words.More, "common/none-of-these");
}
