using RemedyBot.Localization.Matching;
using RemedyBot.Localization.Negotiation;

namespace RemedyBot.Localization.Checks;

/// <summary>P11: the words a person may type for a wish exist in each language and mean one thing.</summary>
internal static class CommandWordChecks
{
    private static readonly string[] Wishes =
        ["back", "skip", "why", "language", "change", "so-far", "enough", "human", "stop", "erase", "help"];

    public static IEnumerable<Finding> Run(CheckedContent content) =>
        content.Registry.All.Where(l => l.Status != LanguageStatus.Draft).SelectMany(l => Words(content, l).Concat(Titles(content, l)));

    private static IEnumerable<Finding> Words(CheckedContent content, Language language)
    {
        var path = ContentFiles.Of(language.Tag, "words.yaml");
        var map = YamlMap.Parse(content.Files.At(path)?.Content ?? "", out _);
        var wishes = map.Map("wishes");
        var meanings = new Dictionary<string, string>(StringComparer.Ordinal);
        foreach (var answer in new[] { "yes", "no", "unknown" })
        {
            foreach (var finding in Collect(map, answer, "", meanings, path, language))
                yield return finding;
        }

        foreach (var wish in Wishes)
        {
            if (wishes.List(wish).Count == 0)
                yield return new Finding("P11", Severity.Error, path, 0, $"No word for the wish {wish}: add the words people type for it.", Language: language.Tag);
            foreach (var finding in Collect(wishes, wish, "wish ", meanings, path, language))
                yield return finding;
        }
    }

    private static IEnumerable<Finding> Collect(
        YamlMap map, string key, string kind, Dictionary<string, string> meanings, string path, Language language)
    {
        foreach (var word in map.List(key).Select(Folding.Fold).Where(w => w.Length > 0).Distinct(StringComparer.Ordinal))
        {
            if (!meanings.TryAdd(word, kind + key) && meanings[word] != kind + key)
                yield return new Finding("P11", Severity.Error, path, map.Line(key), $"A word of {kind}{key} is also one of {meanings[word]}: a word can mean one thing only.", Language: language.Tag);
        }
    }

    private static IEnumerable<Finding> Titles(CheckedContent content, Language language)
    {
        var table = content.Catalog.Languages[language.Tag];
        var titles = new Dictionary<string, string>(StringComparer.Ordinal);
        foreach (var source in content.Sources.Values.Where(s => s.Wish is not null && table.ContainsKey(s.Key)))
        {
            var title = Folding.Fold(table[source.Key].Form(1).Render(_ => ""));
            if (!titles.TryAdd(title, source.Wish!) && titles[title] != source.Wish)
                yield return new Finding("P11", Severity.Error, source.Source == language.Tag ? source.File : ContentFiles.Of(language.Tag, $"{source.Domain}.po"), 0, $"The wishes {titles[title]} and {source.Wish} have the same title: make them different.", source.Key, language.Tag);
        }
    }
}
