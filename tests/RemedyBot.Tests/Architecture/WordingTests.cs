using System.Text.RegularExpressions;

namespace RemedyBot.Tests.Architecture;

/// <summary>What may not stand in the sources: sentences for people, traces of a workplace, things left for later.</summary>
public sealed partial class WordingTests
{
    /// <summary>Where text for people is put together; every sentence comes from the catalogs.</summary>
    private static readonly string[] Speaking =
    [
        "src/RemedyBot/Pages", "src/RemedyBot/Turns", "src/RemedyBot.Dialogs/Turns", "src/RemedyBot.Dialogs/Prompts", "src/RemedyBot.Handoff",
        "src/RemedyBot.Remedy/Cases", "src/RemedyBot.Remedy/Reading", "src/RemedyBot.Remedy/Sharing", "src/RemedyBot.Remedy/Triage",
        "src/RemedyBot.Localization/Catalogs/Catalog.cs", "src/RemedyBot.Localization/Dates", "src/RemedyBot.Localization/Formatting",
    ];

    /// <summary>Whom the other literals speak to: whoever reads a log or mends our own fault. Lists of ids have no capital letter.</summary>
    private static readonly string[] ForUs = ["throw ", "throw new", "Exception(", "log.Log", "remedybot case open"];

    [Fact]
    public void No_sentence_for_people_stands_in_code() =>
        Assert.Empty(Speaking.SelectMany(Files).SelectMany(f => f.Lines.Select((line, i) => (Where: $"{f.Path}:{i + 1}", Line: line)))
            .Where(l => !Comment().IsMatch(l.Line) && Sentence().IsMatch(l.Line) && !ForUs.Any(u => l.Line.Contains(u, StringComparison.Ordinal)))
            .Select(l => $"{l.Where}: {l.Line.Trim()}"));

    [Theory]
    [InlineData("""Text = "We are here for you now";""", true)]
    [InlineData("""var retry = 'Please look at each digit';""", true)]
    [InlineData("""Render(language, "common/retry-code")""", false)]
    [InlineData("""("rehabilitation", "counselling medical security_help"),""", false)]
    public void A_sentence_is_told_from_a_key(string line, bool sentence) => Assert.Equal(sentence, Sentence().IsMatch(line));

    [Fact]
    public void Nothing_is_left_for_later_and_no_test_is_passed_over()
    {
        // In two halves, so that this file is clean itself.
        string[] marks = ["TO" + "DO", "FIX" + "ME", "HA" + "CK:", "X" + "XX", "NotImplemented" + "Exception", "Skip " + "=", "Skip" + "="];
        Assert.Empty(SourceFile.Code().Concat(SourceFile.Under("src", ".js", ".css")).Concat(SourceFile.Under("dialogs", ".yaml", ".md"))
            .SelectMany(f => marks.Where(m => f.Text.Contains(m, StringComparison.Ordinal)).Select(m => $"{f.Path}: {m}")));
    }

    [Fact]
    public void No_path_or_host_of_a_workplace_stands_in_a_file()
    {
        string[] places = ["/" + "work/", "/" + "home/", "/" + "root/", "/" + "Users/", "C:" + "\\"];
        var files = SourceFile.Code()
            .Concat(SourceFile.Under("", ".md", ".props", ".sln", "global.json", ".csproj", "run"))
            .Concat(SourceFile.Under("tests/node", ".json", ".mjs", ".npmrc"))
            .Concat(SourceFile.Under("dialogs", ".yaml", ".json")).DistinctBy(f => f.Path);
        Assert.Empty(files.SelectMany(f => places.Where(p => f.Text.Contains(p, StringComparison.OrdinalIgnoreCase)).Select(p => $"{f.Path}: {p}")));
    }

    private static IEnumerable<SourceFile> Files(string place) => place.EndsWith(".cs", StringComparison.Ordinal)
        ? [new(place, File.ReadAllText(Path.Combine(Repository.Root, place)))]
        : SourceFile.Under(place, ".cs", ".js");

    /// <summary>A literal that begins with a capital letter and goes on for three words or more.</summary>
    [GeneratedRegex("[\"'`][A-Z][a-z']*(,? [a-z']+){2,}")]
    private static partial Regex Sentence();

    [GeneratedRegex(@"^\s*(//|\*)")]
    private static partial Regex Comment();
}
