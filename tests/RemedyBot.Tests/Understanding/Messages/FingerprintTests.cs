using RemedyBot.Commands;
using RemedyBot.Tests.Handoff;
using RemedyBot.Understanding.Concepts;
using RemedyBot.Understanding.Lists;

namespace RemedyBot.Tests.Understanding.Messages;

/// <summary>What the model was learned from is known by its fingerprint, so that nobody is judged by a model that knows another world.</summary>
public sealed class FingerprintTests
{
    private const string Style = """
        spelling: {im: i am}
        not_typos: [treat]
        words: {who: [he]}
        negation: {before: [not], through: [really]}
        signals: {danger: [<who> has a gun]}
        except: {danger: [water gun]}
        """;

    private static string Of(string style) => (TheModel.Files.Course with { Words = [WordListReader.Read("en", style)] }).Fingerprint();

    [Theory]
    [InlineData("im: i am", "im: i was")]
    [InlineData("[treat]", "[threat]")]
    [InlineData("who: [he]", "who: [he, she]")]
    [InlineData("before: [not]", "before: [not, never]")]
    [InlineData("through: [really]", "through: []")]
    [InlineData("has a gun", "has a knife")]
    [InlineData("water gun", "toy gun")]
    public void A_changed_word_list_changes_it(string from, string to) => Assert.NotEqual(Of(Style), Of(Style.Replace(from, to, StringComparison.Ordinal)));

    [Theory]
    [InlineData("relations: {ex: [ex]}")]
    [InlineData("money: {words: [usd]}")]
    [InlineData("lists: {blame: [why did you]}")]
    [InlineData("# a remark")]
    public void What_signals_are_not_heard_by_does_not(string more) => Assert.Equal(Of(Style), Of(Style + "\n" + more));

    [Fact]
    public void Changed_examples_concepts_foreign_sentences_and_leaves_change_it()
    {
        var course = TheModel.Files.Course;
        string[] all =
        [
            course.Fingerprint(),
            (course with { Examples = [.. course.Examples.Skip(1)] }).Fingerprint(),
            (course with { Concepts = [.. course.Concepts, ConceptList.Read("en", "money: [one more word]")] }).Fingerprint(),
            (course with { Foreign = [.. course.Foreign, "Guten Tag"] }).Fingerprint(),
            (course with { Leaves = [.. course.Leaves.Reverse()] }).Fingerprint(),
            (course with { Words = [.. course.Words.Skip(1)] }).Fingerprint(),
        ];
        Assert.Equal(all.Length, all.Distinct().Count());
    }

    [Fact]
    public void The_check_fails_at_once_where_a_list_has_changed()
    {
        using var folder = new AFolder();
        foreach (var part in new[] { "dialogs", "localization" })
            foreach (var file in Directory.EnumerateFiles(Path.Combine(Repository.Root, part), "*", SearchOption.AllDirectories))
            {
                var copy = Path.Combine(folder.Path, Path.GetRelativePath(Repository.Root, file));
                Directory.CreateDirectory(Path.GetDirectoryName(copy)!);
                File.Copy(file, copy);
            }
        var style = Path.Combine(folder.Path, "localization", "style", "en.yaml");
        File.WriteAllText(style, File.ReadAllText(style).Replace("before: [not,", "before: [not, nay,", StringComparison.Ordinal));

        Assert.Equal(1, LearningCommands.Train().Parse(["--content", folder.Path, "--check"]).Invoke());
    }
}
