using System.Collections.Frozen;
using RemedyBot.Localization.Matching;

namespace RemedyBot.Localization.Countries;

/// <summary>Countries by name, in every shipped language.</summary>
public sealed class CountryReader
{
    private const int MaxWords = 7;

    private readonly FrozenDictionary<string, string[]> _codes;
    private readonly Dictionary<string, Dictionary<string, string>> _names = new(StringComparer.OrdinalIgnoreCase);
    private readonly Dictionary<string, IReadOnlyList<string>> _chains = new(StringComparer.OrdinalIgnoreCase);
    private readonly AnswerWords _words;

    internal CountryReader(IReadOnlyList<(Negotiation.Language Language, ContentFile? File)> files, AnswerWords words)
    {
        _words = words;
        var codes = new Dictionary<string, HashSet<string>>(StringComparer.Ordinal);
        foreach (var (language, file) in files)
        {
            _chains[language.Tag] = [language.Tag, .. language.Fallback];
            if (file is null)
                continue;
            _names[language.Tag] = new(StringComparer.OrdinalIgnoreCase);
            foreach (var row in ContentFiles.Rows(file.Content).Where(r => r.Length >= 2 && r[0].Length == 2))
                Add(codes, language.Tag, row);
        }

        _codes = codes.ToFrozenDictionary(c => c.Key, c => c.Value.Order(StringComparer.Ordinal).ToArray(), StringComparer.Ordinal);
        Codes = [.. _names.Values.SelectMany(n => n.Keys).Distinct(StringComparer.Ordinal).Order(StringComparer.Ordinal)];
    }

    /// <summary>Every ISO 3166-1 alpha-2 code, and XK, in order.</summary>
    public IReadOnlyList<string> Codes { get; }

    /// <summary>Reads a code, a name, an alias or a sentence with a name in it, with small slips, in any shipped language.</summary>
    public CountryResult Read(string text)
    {
        var trimmed = text.Trim();
        var folded = Folding.Fold(text);
        if (folded.Length == 0)
            return new CountryResult.NotUnderstood();
        if (folded.Length == 2 && trimmed.Length == 2 && Codes.Contains(trimmed.ToUpperInvariant(), StringComparer.Ordinal))
        {
            // "no" and "si" are answers before they are Norway and Slovenia; in capitals they are codes.
            return char.IsAsciiLetterUpper(trimmed[0]) && char.IsAsciiLetterUpper(trimmed[1]) || !_words.IsAnyAnswer(folded)
                ? new CountryResult.Found(trimmed.ToUpperInvariant())
                : new CountryResult.NotUnderstood();
        }

        if (_codes.TryGetValue(folded, out var exact))
            return Result(exact);
        var within = Within(folded);
        return within.Count > 0 ? Result(within) : Result(Similar(folded));
    }

    /// <summary>What else a text says that names this country, folded; empty where it says nothing else.</summary>
    public string Without(string text, string code)
    {
        if (Similar(Folding.Fold(text)).Contains(code))
            return "";
        var words = Folding.Fold(text).Split(' ').ToList();
        for (var start = 0; start < words.Count; start++)
        {
            for (var length = Math.Min(MaxWords, words.Count - start); length > 0; length--)
            {
                if (!TryName(string.Join(' ', words.Skip(start).Take(length)), out var codes) || !codes.Contains(code))
                    continue;
                words.RemoveRange(start--, length);
                break;
            }
        }

        return string.Join(' ', words);
    }

    /// <returns>The country's name in the language, or the next of its chain; the code itself where it is unknown.</returns>
    public string Name(string code, string language)
    {
        foreach (var tag in _chains.GetValueOrDefault(language, ["en"]))
        {
            if (_names.TryGetValue(tag, out var names) && names.TryGetValue(code, out var name))
                return name;
        }

        return code;
    }

    private static CountryResult Result(IReadOnlyCollection<string> codes) => codes.Count switch
    {
        0 => new CountryResult.NotUnderstood(),
        1 => new CountryResult.Found(codes.First()),
        _ => new CountryResult.Ambiguous([.. codes]),
    };

    private void Add(Dictionary<string, HashSet<string>> codes, string language, string[] row)
    {
        _names[language][row[0]] = row[1];
        foreach (var name in (row.Length > 2 ? row[2].Split(';') : []).Prepend(row[1]).Select(Folding.Fold).Where(n => n.Length > 1))
        {
            if (!codes.TryGetValue(name, out var set))
                codes[name] = set = new(StringComparer.Ordinal);
            set.Add(row[0]);

            // The Arabic article is often left out.
            if (name.Length > 5 && name.StartsWith("ال", StringComparison.Ordinal) && !codes.ContainsKey(name[2..]))
                codes[name[2..]] = [row[0]];
        }
    }

    // The longest names in a sentence ("I live in Papua New Guinea" is not about Guinea). Short names are too often other words.
    private List<string> Within(string folded)
    {
        var words = folded.Split(' ');
        var found = new List<string>();
        for (var start = 0; start < words.Length; start++)
        {
            for (var length = Math.Min(MaxWords, words.Length - start); length > 0; length--)
            {
                var phrase = string.Join(' ', words, start, length);
                if (phrase.Length < 4 || !TryName(phrase, out var codes))
                    continue;
                found.AddRange(codes.Except(found, StringComparer.Ordinal));
                start += length - 1;
                break;
            }
        }

        return found;
    }

    // Arabic prepositions are written onto the name.
    private bool TryName(string phrase, out string[] codes) =>
        _codes.TryGetValue(phrase, out codes!) || (phrase.Length > 4 && phrase[0] is 'ب' or 'ل' or 'و' && _codes.TryGetValue(phrase[1..], out codes!));

    private List<string> Similar(string folded) => folded.Length < 5
        ? []
        : [.. _codes.Where(c => c.Key.Length >= 5 && EditDistance.IsOne(folded, c.Key)).SelectMany(c => c.Value).Distinct(StringComparer.Ordinal)];
}
