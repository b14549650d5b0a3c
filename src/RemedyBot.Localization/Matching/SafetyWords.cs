namespace RemedyBot.Localization.Matching;

/// <summary>How people say yes, no or "not sure" in a few words of their own where it is asked whether they are safe (<c>safe</c> in words.yaml).</summary>
internal sealed class SafetyWords
{
    // Longer ones tell something, and are not sure of one thing among others.
    private const int WordsOfYes = 6;
    private const int WordsOfDoubt = 4;

    private static readonly char[] Pauses = ['.', ',', ';', ':', '!', '?', '…', '–', '—', '\n', '،', '؛', '؟', '。', '、', '，', '।'];

    private readonly HashSet<string> _begins = new(StringComparer.Ordinal);
    private readonly HashSet<string> _perhaps = new(StringComparer.Ordinal);
    private readonly HashSet<string> _calm = new(StringComparer.Ordinal);

    public void Add(YamlMap words)
    {
        _begins.UnionWith(AnswerWords.Folded(words.List("begins")));
        _perhaps.UnionWith(AnswerWords.Folded(words.List("perhaps")));
        _calm.UnionWith(AnswerWords.Folded(words.List("calm")));
    }

    /// <summary>Whether the text says no and nothing else: in many languages "no" before other words denies those.</summary>
    /// <param name="calm">Whether "I am safe" answers what is asked.</param>
    public bool MeansNo(string text, AnswerWords words, bool calm)
    {
        var parts = text.Split(Pauses).Select(Folding.Fold).Where(p => p.Length > 0).ToList();
        return parts.Count > 0 && parts.TrueForAll(p => words.Means(p, "no") || (calm && _calm.Contains(p)));
    }

    public bool BeginsWithYes(string folded) => Count(folded) <= WordsOfYes && _begins.Any(word => folded.StartsWith(word + " ", StringComparison.Ordinal) || folded == word);

    public bool IsPlainDoubt(string folded) => _perhaps.Contains(folded);

    public bool IsDoubt(string folded, AnswerWords words)
    {
        if (Count(folded) > WordsOfDoubt)
            return false;
        var spaced = $" {folded} ";
        return _perhaps.Concat(words.Of("unknown")).Any(word => spaced.Contains($" {word} ", StringComparison.Ordinal));
    }

    private static int Count(string folded) => folded.Count(c => c == ' ') + 1;
}
