using RemedyBot.Understanding.Folding;
using RemedyBot.Understanding.Lists;
using RemedyBot.Understanding.Matching;

namespace RemedyBot.Understanding.Spans;

/// <summary>Finds who somebody in a message is to the person who writes: "ex", "boss", "a stranger". Safe to share between threads.</summary>
public sealed class RelationFinder
{
    private readonly Dictionary<string, Lazy<Relations>> languages;

    /// <summary>A language's words are made ready when they are first looked for.</summary>
    public RelationFinder(IEnumerable<WordLists> lists)
    {
        ArgumentNullException.ThrowIfNull(lists);
        languages = lists.ToDictionary(list => list.Language, list => Ready(Needed(list)), StringComparer.Ordinal);
    }

    private static Lazy<Relations> Ready(WordLists list) => new(() => new Relations(list));

    // What signals are heard by is long, and would be held for nothing.
    private static WordLists Needed(WordLists list) => new()
    {
        Language = list.Language,
        Relations = list.Relations,
        Words = list.Words,
        Spelling = list.Spelling,
        NegatedBy = list.NegatedBy,
        NegatedThrough = list.NegatedThrough,
    };

    /// <summary>What in the lists cannot be used; the rest works. Makes every language ready.</summary>
    public IReadOnlyList<StyleProblem> Problems => [.. languages.Values.SelectMany(language => language.Value.Book.Problems)];

    /// <summary>The relations named in this language's words, each once, in the order in which they are. Never throws; time grows with the text's length.</summary>
    public IReadOnlyList<string> Find(string text, string language) =>
        languages.TryGetValue(language, out var known) && !string.IsNullOrWhiteSpace(text) ? known.Value.Find(TextFolder.Fold(text)) : [];

    private sealed class Relations
    {
        private readonly List<string> names;

        public Relations(WordLists list)
        {
            names = [.. list.Relations.Keys];
            // A slip of the finger turns "policy" into "police": only what is written as it is listed counts.
            Book = new PhraseBook(list, list.Relations.Values.Select((phrases, name) => (new Meaning(name, false), phrases)), forgiving: false);
        }

        public PhraseBook Book { get; }

        /// <summary>Of words that overlap the longest counts: "ex husband" is no husband.</summary>
        public List<string> Find(List<Token> folded)
        {
            var (text, all) = Book.Find(folded);
            var found = new List<string>();
            var taken = 0;
            foreach (var one in all.OrderBy(one => one.Start).ThenByDescending(one => one.End))
            {
                if (one.Start < taken)
                    continue;
                taken = one.End;
                if (!Denied(text, one) && !found.Contains(names[one.Meaning.What]))
                    found.Add(names[one.Meaning.What]);
            }

            return found;
        }

        // "not an ex", "not my ex"
        private static bool Denied(ReadText text, Found one) =>
            text.Negated(one.Start, one.End) || (text.Follows(one.Start) && text.Negated(one.Start - 1, one.End));
    }
}
