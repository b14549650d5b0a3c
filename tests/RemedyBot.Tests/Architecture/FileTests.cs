using System.Text.RegularExpressions;

namespace RemedyBot.Tests.Architecture;

public sealed partial class FileTests
{
    private const int LongestFile = 400;

    /// <summary>Files with several public types that are no family of values, each with its reason.</summary>
    private static readonly Dictionary<string, string> Together = new()
    {
        ["src/RemedyBot/Composition/Bot.cs"] = "the wiring, its parts and the one list of recipients that it wires",
        ["src/RemedyBot/Pages/Shared/Node.cs"] = "a closed family: what a page is made of",
        ["src/RemedyBot.Dialogs/Turns/Limits.cs"] = "the limits and what is thrown beyond them",
        ["src/RemedyBot.Dialogs/Loading/DialogReader.cs"] = "the reader, what goes in and what comes out",
    };

    [Fact]
    public void Folder_is_namespace() =>
        Assert.All(SourceFile.Code().Where(f => !f.Path.EndsWith("Program.cs", StringComparison.Ordinal)), f =>
            Assert.Equal($"{f.Path}: {string.Join('.', f.Parts.Skip(1).SkipLast(1))}", $"{f.Path}: {Namespace().Match(f.Text).Groups[1].Value}"));

    [Fact]
    public void No_folder_is_called_like_a_type_in_it() =>
        Assert.All(SourceFile.Code(), f => Assert.DoesNotContain(Types(f), t => f.Parts.Skip(2).SkipLast(1).Contains(t.Name, StringComparer.Ordinal)));

    [Fact]
    public void No_file_is_longer_than_400_lines()
    {
        var written = SourceFile.Code().Concat(SourceFile.Under("src", ".js", ".css", ".sql")).Concat(SourceFile.Under("tests", ".mjs"));
        Assert.DoesNotContain(written.Select(f => (f.Path, Lines: f.Lines.Count())), f => f.Lines > LongestFile);
    }

    [Fact]
    public void No_type_has_a_name_that_says_nothing() =>
        Assert.DoesNotContain(SourceFile.Code().SelectMany(f => AnyType().Matches(f.Text).Select(m => $"{f.Path}: {m.Groups[1].Value}")), t => Empty().IsMatch(t));

    [Fact]
    public void One_public_type_a_file_or_a_family_of_values()
    {
        var several = SourceFile.Under("src", ".cs")
            .Where(f => Types(f).Count(t => t.Public) > 1 && Types(f).Any(t => t is { Public: true, Kind: "class" }))
            .Select(f => f.Path);
        Assert.Empty(several.Except(Together.Keys, StringComparer.Ordinal));
    }

    [Fact]
    public void A_public_class_stands_in_the_file_of_its_name() =>
        Assert.Empty(SourceFile.Under("src", ".cs").Where(f => !Together.ContainsKey(f.Path))
            .SelectMany(f => Types(f).Where(t => t is { Public: true, Kind: "class" } && !Path.GetFileName(f.Path).StartsWith(t.Name + ".", StringComparison.Ordinal)).Select(t => $"{f.Path}: {t.Name}")));

    private static IEnumerable<(bool Public, string Kind, string Name)> Types(SourceFile file) =>
        TopType().Matches(file.Text).Select(m => (m.Groups[1].Value == "public", m.Groups[2].Value, m.Groups[3].Value));

    [GeneratedRegex(@"^namespace ([\w.]+);", RegexOptions.Multiline)]
    private static partial Regex Namespace();

    [GeneratedRegex(@"^(public|internal) (?:(?:sealed|static|abstract|readonly|partial) )*(record struct|class|record|struct|interface|enum) (\w+)", RegexOptions.Multiline)]
    private static partial Regex TopType();

    [GeneratedRegex(@"^\s*(?:(?:public|internal|private|protected|file|sealed|static|abstract|readonly|partial) )+(?:class|record|struct|record struct|interface|enum) (\w+)", RegexOptions.Multiline)]
    private static partial Regex AnyType();

    [GeneratedRegex("(Manager|Helpers?|Utils?|Utilities|Processor|Service|Impl|Base|Info)$")]
    private static partial Regex Empty();
}
