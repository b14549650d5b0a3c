using RemedyBot.Localization.Matching;
using RemedyBot.Localization.Negotiation;

namespace RemedyBot.Localization.Checks;

/// <summary>P11: the words a person may type for a wish exist in each language and mean one thing, wherever they are written. Who types "delete everything" must not be told goodbye.</summary>
internal static class CommandWordChecks
{
    private static readonly string[] Answers = ["yes", "no", "unknown"];

    private static readonly string[] Wishes =
        ["back", "skip", "why", "language", "change", "so-far", "enough", "human", "stop", "erase", "help"];

    public static IEnumerable<Finding> Run(CheckedContent content) =>
        content.Registry.All.Where(l => l.Status != LanguageStatus.Draft).SelectMany(l => Missing(content, l).Concat(Ambiguous(content, l)));

    private static IEnumerable<Finding> Missing(CheckedContent content, Language language)
    {
        var map = Map(content, language);
        var wishes = map.Map("wishes");
        foreach (var wish in Wishes.Where(w => wishes.List(w).Count == 0))
            yield return new Finding("P11", Severity.Error, Path(language), map.Line("wishes"), $"No word for the wish {wish}: add the words people type for it.", Language: language.Tag);
    }

    private static IEnumerable<Finding> Ambiguous(CheckedContent content, Language language)
    {
        var first = new Dictionary<string, Said>(StringComparer.Ordinal);
        foreach (var said in Titles(content, language).Concat(Words(content, language)))
        {
            if (said.Word.Length > 0 && !first.TryAdd(said.Word, said) && first[said.Word] is var other && other.Meaning != said.Meaning)
                yield return said.Finding with { Message = $"`{said.Word}` means {said.Meaning} here ({said.Where}) and {other.Meaning} in {other.Where}: a word can mean one thing only, take it out of one of them." };
        }
    }

    /// <summary>Titles of the wishes and other words for them, as they stand among the texts.</summary>
    private static IEnumerable<Said> Titles(CheckedContent content, Language language)
    {
        var table = content.Catalog.Languages[language.Tag];
        foreach (var source in content.Sources.Values.Where(s => (s.Wish ?? s.WishWords) is { } wish && Wishes.Contains(wish) && content.Has(language, s)))
        {
            var text = table[source.Key].Form(1).Render(_ => "");
            foreach (var word in source.Wish is null ? text.Split(',', '،') : [text])
                yield return new(Folding.Fold(word), "wish " + (source.Wish ?? source.WishWords), source.Key, content.Found("P11", "", source, language));
        }
    }

    private static IEnumerable<Said> Words(CheckedContent content, Language language)
    {
        var map = Map(content, language);
        var wishes = map.Map("wishes");
        return Answers.SelectMany(a => Each(map, a, a, a)).Concat(Wishes.SelectMany(w => Each(wishes, w, "wish " + w, "wishes: " + w)));

        IEnumerable<Said> Each(YamlMap from, string key, string meaning, string where) => from.List(key).Select(word =>
            new Said(Folding.Fold(word), meaning, $"{where} of {Path(language)}", new("P11", Severity.Error, Path(language), from.Line(key), "", Language: language.Tag)));
    }

    private static YamlMap Map(CheckedContent content, Language language) => YamlMap.Parse(content.Files.At(Path(language))?.Content ?? "", out _);

    private static string Path(Language language) => ContentFiles.Of(language.Tag, "words.yaml");

    /// <summary>A word that may be typed, what it means, and the finding that it would be told by.</summary>
    private sealed record Said(string Word, string Meaning, string Where, Finding Finding);
}
