using RemedyBot.Understanding.Folding;
using RemedyBot.Understanding.Lists;
using RemedyBot.Understanding.Matching;

namespace RemedyBot.Understanding.Signals;

/// <summary>Notices signals in free text, in all its languages at once. Immutable; safe to share between threads.</summary>
public sealed class SignalFinder
{
    private readonly List<LanguageFinder> languages;

    private SignalFinder(List<LanguageFinder> languages) => this.languages = languages;

    /// <summary>What in the lists could not be used; the rest works.</summary>
    public IReadOnlyList<StyleProblem> Problems { get; private init; } = [];

    /// <summary>Compiles the lists of every language; never throws for what stands in them.</summary>
    public static SignalFinder From(IEnumerable<WordLists> lists)
    {
        ArgumentNullException.ThrowIfNull(lists);
        var read = lists.ToList();
        var languages = new LanguageFinder[read.Count];
        Parallel.For(0, read.Count, at => languages[at] = new LanguageFinder(read[at]));
        return new SignalFinder([.. languages])
        {
            Problems = [.. read.SelectMany(list => list.Problems), .. languages.SelectMany(language => language.Problems)],
        };
    }

    /// <summary>The signals raised by any language's lists. Never throws, for any text; time grows with its length.</summary>
    public IReadOnlySet<Signal> Find(string? text) => string.IsNullOrWhiteSpace(text) ? new HashSet<Signal>() : Find(TextFolder.Fold(text));

    internal HashSet<Signal> Find(List<Token> folded)
    {
        var raised = new HashSet<Signal>();
        foreach (var language in languages)
            language.Find(folded, raised);
        return raised;
    }
}
