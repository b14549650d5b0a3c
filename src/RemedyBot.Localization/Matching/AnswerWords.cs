using RemedyBot.Localization.Checks;

namespace RemedyBot.Localization.Matching;

/// <summary>The words of <c>localization/LANG/words.yaml</c> in all languages, folded.</summary>
internal sealed class AnswerWords
{
    private static readonly string[] Answers = ["yes", "no", "unknown"];

    private readonly Dictionary<string, HashSet<string>> _answers = new(StringComparer.Ordinal);
    private readonly Dictionary<string, HashSet<string>> _wishes = new(StringComparer.Ordinal);
    private readonly HashSet<string> _done = new(StringComparer.Ordinal) { "done" };
    private readonly HashSet<string> _and = new(StringComparer.Ordinal);
    private readonly List<string> _polite = [];
    private readonly List<string> _edges = [];
    private readonly List<string> _speak = [];
    private readonly HashSet<string> _alone = new(StringComparer.Ordinal);
    private readonly List<string> _number = [];
    private readonly Dictionary<string, int> _numbers = new(StringComparer.Ordinal);
    private readonly Dictionary<string, (string, string)> _joiners = new(StringComparer.OrdinalIgnoreCase);

    public SafetyWords Safety { get; } = new();

    public static AnswerWords Load(IEnumerable<(string Language, ContentFile File)> files, List<Finding> findings)
    {
        var words = new AnswerWords();
        foreach (var (language, file) in files)
        {
            var map = YamlMap.Parse(file.Content, out var problem);
            if (problem is var (message, line))
                findings.Add(new Finding("P11", Severity.Error, file.Path, line, message, Language: language));
            words.Add(language, map);
        }

        // Longest first, so that "i would like to" goes before "i".
        foreach (var edges in new[] { words._polite, words._edges, words._speak })
            edges.Sort((a, b) => b.Length - a.Length);
        return words;
    }

    /// <summary>Whether the folded text stands for <c>yes</c>, <c>no</c> or <c>unknown</c>.</summary>
    public bool Means(string folded, string answer) => _answers.TryGetValue(answer, out var words) && words.Contains(folded);

    /// <summary>All words that stand for one of these, folded.</summary>
    public IEnumerable<string> Of(string answer) => _answers.GetValueOrDefault(answer) ?? [];

    public bool MeansWish(string folded, string wish) => _wishes.TryGetValue(wish, out var words) && words.Contains(folded);

    public bool IsDone(string folded) => _done.Contains(folded);

    public bool IsAnd(string folded) => _and.Contains(folded);

    public bool IsAnyAnswer(string folded) => Array.Exists(Answers, a => Means(folded, a));

    /// <returns>1 to 10 for "two", "the second", "option 2"; null otherwise.</returns>
    public int? Number(string folded)
    {
        if (_numbers.TryGetValue(folded, out var number))
            return number;
        foreach (var word in _number)
        {
            if (folded.Length > word.Length && folded.StartsWith(word, StringComparison.Ordinal) && folded[word.Length] == ' ')
                return Digits(folded[(word.Length + 1)..]) ?? (_numbers.TryGetValue(folded[(word.Length + 1)..], out number) ? number : null);
        }

        return Digits(folded);
    }

    /// <summary>The text without "please" and "I want to" at its edges.</summary>
    public string WithoutPoliteness(string folded) => Without(folded, _edges);

    /// <summary>The wish that somebody says politely, or says that they want: without "please" at the edges, and without "I want to" too unless what is left may be wanted elsewhere than here.</summary>
    public string Wished(string folded) => WithoutPoliteness(folded) is var wanted && _alone.Contains(wanted) ? Without(folded, _polite) : wanted;

    /// <summary>What stands after "in", "speak", "change to"; null where the text begins with nothing of the kind.</summary>
    public string? AfterSpeak(string folded) =>
        _speak.Find(word => folded.Length > word.Length && folded[word.Length] == ' ' && folded.StartsWith(word, StringComparison.Ordinal)) is { } lead ? folded[(lead.Length + 1)..] : null;

    private static string Without(string folded, List<string> edges)
    {
        for (var again = true; again;)
        {
            again = false;
            foreach (var word in edges.Where(w => folded.Length > w.Length))
            {
                var before = folded.Length;
                if (folded.StartsWith(word + " ", StringComparison.Ordinal))
                    folded = folded[(word.Length + 1)..];
                else if (folded.EndsWith(" " + word, StringComparison.Ordinal))
                    folded = folded[..^(word.Length + 1)];
                again |= folded.Length < before;
            }
        }

        return folded;
    }

    public (string Between, string Last) Joiners(string language) => _joiners.GetValueOrDefault(language, (", ", ", "));

    private static int? Digits(string folded) =>
        folded.Length is 1 or 2 && folded.All(char.IsAsciiDigit) ? folded.Aggregate(0, (n, c) => (n * 10) + c - '0') : null;

    private void Add(string language, YamlMap map)
    {
        foreach (var answer in Answers)
            Fill(_answers, answer, map.List(answer));
        var wishes = map.Map("wishes");
        foreach (var wish in wishes.Keys)
            Fill(_wishes, wish, wishes.List(wish));
        Safety.Add(map.Map("safe"));
        _done.UnionWith(Folded(map.List("done")));
        _and.UnionWith(Folded(map.List("and")));
        _polite.AddRange(Folded(map.List("polite")));
        _edges.AddRange(Folded([.. map.List("polite"), .. map.List("wanting")]));
        _alone.UnionWith(Folded(map.List("alone")));
        _speak.AddRange(Folded(map.List("speak")));
        _number.AddRange(Folded(map.List("number")));
        var numbers = map.Map("numbers");
        foreach (var key in numbers.Keys)
        {
            foreach (var word in Folded(numbers.List(key)))
                _numbers.TryAdd(word, Digits(key) ?? 0);
        }

        var list = map.Map("list");
        if (list.Text("between") is { } between && list.Text("last") is { } last)
            _joiners[language] = (between, last);
    }

    private static void Fill(Dictionary<string, HashSet<string>> into, string key, IReadOnlyList<string> words)
    {
        if (!into.TryGetValue(key, out var set))
            into[key] = set = new(StringComparer.Ordinal);
        set.UnionWith(Folded(words));
    }

    internal static IEnumerable<string> Folded(IReadOnlyList<string> words) => words.Select(Folding.Fold).Where(w => w.Length > 0);
}
