namespace RemedyBot.Tests.Understanding.Sentences;

/// <summary>Sentences as people write them, each with the signals it must raise; kept apart from the lists they are tried on.</summary>
internal static class SentenceTable
{
    public static IReadOnlyDictionary<string, string> All { get; } = new Dictionary<string, string>
    {
        ["en"] = EnglishSentences.Table,
        ["es"] = SpanishSentences.Table,
        ["fr"] = FrenchSentences.Table,
        ["pt"] = PortugueseSentences.Table,
        ["ar"] = ArabicSentences.Table,
    };

    public static IEnumerable<(string Signal, string Text)> Of(string language) =>
        All[language].Split('\n', StringSplitOptions.RemoveEmptyEntries | StringSplitOptions.TrimEntries)
            .Select(line => line.Split(": ", 2))
            .Select(pair => (pair[0], pair[1]));
}
