using RemedyBot.Understanding.Folding;
using RemedyBot.Understanding.Lists;

namespace RemedyBot.Understanding.Matching;

/// <summary>What the phrases of one language share: its names and words, each read once.</summary>
internal sealed class PhraseSyntax(WordLists lists, ChatSpelling spelling)
{
    private readonly Dictionary<string, List<IReadOnlyList<PhrasePart>>> named = new(StringComparer.Ordinal);
    private readonly Dictionary<string, string[]> folded = new(StringComparer.Ordinal);

    public WordLists Lists => lists;

    /// <exception cref="FormatException">No such name, or it breaks the syntax.</exception>
    public List<IReadOnlyList<PhrasePart>> Named(string name, Func<string, IReadOnlyList<PhrasePart>> read)
    {
        if (named.TryGetValue(name, out var known))
            return known;
        if (!lists.Words.TryGetValue(name, out var words))
            throw new FormatException("a name is not defined under words");
        return named[name] = [.. words.Select(word => read(word.Text))];
    }

    public string[] Words(string word, bool stem)
    {
        if (word.Length <= TextFolder.LongestWord && !word.AsSpan().ContainsAnyExceptInRange('a', 'z') && (stem || !spelling.Knows(word)))
            return [word];
        var key = stem ? word + '*' : word;
        if (!folded.TryGetValue(key, out var known))
            folded[key] = known = [.. spelling.Apply(TextFolder.Fold(word), stem).Select(token => token.Text)];
        return known;
    }
}
