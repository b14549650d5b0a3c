using RemedyBot.Localization.Matching;

namespace RemedyBot.Localization.Countries;

/// <summary>The words of <c>localization/LANG/places.yaml</c> in all languages: what is said around the name of a place, and what says that one is not there.</summary>
internal sealed class PlaceWords
{
    // "No longer", "ya no"
    private const int LongestDenial = 2;

    // "I do not live in the north of Spain"
    private const int MostBetween = 5;

    private readonly HashSet<string> _around = new(StringComparer.Ordinal);
    private readonly HashSet<string> _not = new(StringComparer.Ordinal);
    private readonly AnswerWords _answers;

    public PlaceWords(IEnumerable<ContentFile> files, AnswerWords answers)
    {
        _answers = answers;
        foreach (var map in files.Select(f => YamlMap.Parse(f.Content, out _)))
        {
            _around.UnionWith(AnswerWords.Folded(map.List("around")));
            _not.UnionWith(AnswerWords.Folded(map.List("not")));
        }
    }

    public bool IsAround(string word) => _around.Contains(word);

    /// <summary>A folded text without "I live in" before the name and "now" after it; as it is where nothing else would be left.</summary>
    public string Bare(string[] words)
    {
        var (start, end) = (0, words.Length);
        while (start < end && IsAround(words[start]))
            start++;
        while (end > start && IsAround(words[end - 1]))
            end--;
        return start == end ? string.Join(' ', words) : string.Join(' ', words, start, end - start);
    }

    /// <summary>Whether the name that begins at a word is said to be where somebody is not ("not in Spain", "ya no vivo en España").</summary>
    public bool IsDenied(string[] words, int start)
    {
        var at = start;
        while (at > 0 && start - at < MostBetween && IsAround(words[at - 1]))
            at--;
        for (var length = 1; length <= LongestDenial && length <= at; length++)
        {
            // "No, Spain" says where it is; "no en España" where it is not.
            if (string.Join(' ', words, at - length, length) is var phrase && _not.Contains(phrase) && (at < start || !_answers.Means(phrase, "no")))
                return true;
        }

        return false;
    }
}
