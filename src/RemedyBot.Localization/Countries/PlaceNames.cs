using System.Collections.Frozen;
using RemedyBot.Localization.Matching;

namespace RemedyBot.Localization.Countries;

/// <summary>Folded names of places, and the countries that each may mean.</summary>
internal sealed class PlaceNames
{
    private const int MaxWords = 7;

    // Of three letters are too many other words.
    private const int ShortestInASentence = 4;

    private readonly FrozenDictionary<string, string[]> _codes;
    private readonly FrozenSet<string> _alone;

    private PlaceNames(Dictionary<string, string[]> codes, HashSet<string> alone) =>
        (_codes, _alone) = (codes.ToFrozenDictionary(StringComparer.Ordinal), alone.ToFrozenSet(StringComparer.Ordinal));

    /// <param name="rows">Code and name; a name that ends with an exclamation mark is also another word, and counts only where it is all that was written.</param>
    public static PlaceNames Of(IEnumerable<(string Code, string Name)> rows)
    {
        // One list for all the names of a country: there are thousands.
        var single = new Dictionary<string, string[]>(StringComparer.Ordinal);
        var codes = new Dictionary<string, string[]>(StringComparer.Ordinal);
        var alone = new HashSet<string>(StringComparer.Ordinal);
        foreach (var (code, written) in rows)
        {
            var name = Folding.Fold(written);
            if (name.Length < 2)
                continue;
            if (!single.TryGetValue(code, out var one))
                single[code] = one = [code];
            Add(codes, name, one);
            if (written.EndsWith('!'))
                alone.Add(name);
            // The Arabic article is often left out.
            if (name.Length > 5 && name.StartsWith("ال", StringComparison.Ordinal))
                Add(codes, name[2..], one);
        }

        return new(codes, alone);
    }

    /// <summary>The countries of a whole text; empty where it is no such name.</summary>
    public IReadOnlyList<string> Of(string folded) => Named(folded) ?? [];

    /// <summary>The longest names in a sentence ("I live in Papua New Guinea" is not about Guinea), with where each stands.</summary>
    public IEnumerable<(int Start, int Length, string[] Codes)> Within(string[] words)
    {
        for (var start = 0; start < words.Length; start++)
        {
            for (var length = Math.Min(MaxWords, words.Length - start); length > 0; length--)
            {
                var phrase = string.Join(' ', words, start, length);
                if (phrase.Length < ShortestInASentence || _alone.Contains(phrase) || Named(phrase) is not { } codes)
                    continue;
                yield return (start, length, codes);
                start += length - 1;
                break;
            }
        }
    }

    /// <summary>The countries of names that one slip makes of this one.</summary>
    public IReadOnlyList<string> Like(string folded)
    {
        var plain = Undoubled(folded);
        return [.. _codes.Where(c => c.Key.Length >= 5 && (EditDistance.IsOne(folded, c.Key) || IsNear(plain, Undoubled(c.Key)))).SelectMany(c => c.Value).Distinct(StringComparer.Ordinal)];
    }

    private static bool IsNear(string one, string other) => one == other || (one.Length > 8 && EditDistance.IsOne(one, other));

    // Which letter is written twice is what most get wrong ("Phillipines").
    private static string Undoubled(string name)
    {
        var twice = false;
        for (var i = 1; i < name.Length && !twice; i++)
            twice = name[i] == name[i - 1];
        return twice ? string.Concat(name.Where((letter, i) => i == 0 || name[i - 1] != letter)) : name;
    }

    // Arabic prepositions are written onto the name.
    private string[]? Named(string phrase) => _codes.TryGetValue(phrase, out var codes)
        || (phrase.Length > 4 && phrase[0] is 'ب' or 'ل' or 'و' && _codes.TryGetValue(phrase[1..], out codes)) ? codes : null;

    private static void Add(Dictionary<string, string[]> codes, string name, string[] one)
    {
        if (!codes.TryGetValue(name, out var known))
            codes[name] = one;
        else if (!known.Contains(one[0], StringComparer.Ordinal))
            codes[name] = [.. known.Append(one[0]).Order(StringComparer.Ordinal)];
    }
}
