using RemedyBot.Localization.Matching;
using RemedyBot.Localization.Negotiation;

namespace RemedyBot.Localization.Countries;

/// <summary>Countries by name in every shipped language and their own, by nationality, or by a well-known city.</summary>
public sealed class CountryReader
{
    // A slip is looked for where hardly more than a name was written.
    private const int ShortestToResemble = 5;

    private readonly PlaceNames _countries;
    private readonly PlaceNames _others;
    private readonly PlaceWords _around;
    private readonly Dictionary<string, Dictionary<string, string>> _names = new(StringComparer.OrdinalIgnoreCase);
    private readonly Dictionary<string, IReadOnlyList<string>> _chains = new(StringComparer.OrdinalIgnoreCase);
    private readonly AnswerWords _words;

    internal CountryReader(LanguageRegistry registry, IReadOnlyList<ContentFile> files, AnswerWords words)
    {
        _words = words;
        foreach (var language in registry.All)
        {
            _chains[language.Tag] = [language.Tag, .. language.Fallback];
            if (files.At(ContentFiles.Of(language.Tag, "countries.tsv")) is not { } file)
                continue;
            _names[language.Tag] = new(StringComparer.OrdinalIgnoreCase);
            foreach (var row in Rows(file))
                _names[language.Tag][row[0]] = row[1];
        }

        IEnumerable<ContentFile> Each(string name) => registry.All.Select(l => files.At(ContentFiles.Of(l.Tag, name))).OfType<ContentFile>();
        _countries = PlaceNames.Of(Each("countries.tsv").SelectMany(Named).Concat(All(files, ContentFiles.OwnCountries).SelectMany(Named)));
        // A nationality in a sentence is as often somebody else's.
        _others = PlaceNames.Of(Each("nationalities.tsv").SelectMany(Named).Select(n => (n.Code, n.Name + '!')).Concat(All(files, ContentFiles.Cities).SelectMany(Named)));
        _around = new(Each("places.yaml"), words);
        Codes = [.. _names.Values.SelectMany(n => n.Keys).Distinct(StringComparer.Ordinal).Order(StringComparer.Ordinal)];
    }

    /// <summary>Every ISO 3166-1 alpha-2 code, and XK, in order.</summary>
    public IReadOnlyList<string> Codes { get; }

    /// <summary>Reads a code, a name, an alias, a nationality, a city, or a sentence with one in it. What only resembles a name is never found: it is to be asked.</summary>
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

        var words = folded.Split(' ');
        var bare = _around.Bare(words);
        return Exact(folded) ?? Exact(bare) ?? Within(words) ?? Resembling(bare);
    }

    /// <summary>What else a text says that names this country, folded; empty where it says nothing else.</summary>
    public string Without(string text, string code)
    {
        var words = Folding.Fold(text).Split(' ');
        if (Exact(_around.Bare(words)) is not null)
            return "";
        var named = _countries.Within(words).Where(n => n.Codes.Contains(code, StringComparer.Ordinal)).SelectMany(n => Enumerable.Range(n.Start, n.Length)).ToHashSet();
        return string.Join(' ', words.Where((_, i) => !named.Contains(i)));
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

    private CountryResult? Exact(string folded) => Result(_countries.Of(folded).Union(_others.Of(folded)));

    // A country is taken as it is named. A city in a sentence may be where somebody else is: it is asked, also where it lies in another country ("Atlanta, Georgia").
    private CountryResult? Within(string[] words)
    {
        var countries = _countries.Within(words).Where(n => !_around.IsDenied(words, n.Start)).ToList();
        var codes = countries.SelectMany(n => n.Codes).Distinct(StringComparer.Ordinal).ToList();
        var free = words.Select((word, i) => countries.Exists(n => i >= n.Start && i < n.Start + n.Length) ? "" : word).ToArray();
        var cities = _others.Within(free).Where(n => !_around.IsDenied(words, n.Start)).Select(n => n.Codes).ToList();
        if (codes.Count > 0)
            return Result(codes.Union(cities.Where(c => !c.Intersect(codes, StringComparer.Ordinal).Any()).SelectMany(c => c)));
        return cities.Count == 0 ? null : new CountryResult.Ambiguous([.. cities.SelectMany(c => c).Distinct(StringComparer.Ordinal)]);
    }

    private CountryResult Resembling(string bare)
    {
        if (bare.Length < ShortestToResemble)
            return new CountryResult.NotUnderstood();
        var like = _countries.Like(bare) is { Count: > 0 } countries ? countries : _others.Like(bare);
        return like.Count == 0 ? new CountryResult.NotUnderstood() : new CountryResult.Ambiguous(like);
    }

    private static CountryResult? Result(IEnumerable<string> codes) => codes.Order(StringComparer.Ordinal).ToList() switch
    {
        [] => null,
        [var one] => new CountryResult.Found(one),
        var several => new CountryResult.Ambiguous(several),
    };

    private static IEnumerable<ContentFile> All(IReadOnlyList<ContentFile> files, string path) => files.At(path) is { } file ? [file] : [];

    private static IEnumerable<string[]> Rows(ContentFile file) => ContentFiles.Rows(file.Content).Where(r => r.Length >= 2 && r[0].Length == 2);

    private static IEnumerable<(string Code, string Name)> Named(ContentFile file) =>
        Rows(file).SelectMany(r => (r.Length > 2 ? r[2].Split(';') : []).Prepend(r[1]).Select(name => (r[0], name)));
}
