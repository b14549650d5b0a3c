using RemedyBot.Understanding.Concepts;
using RemedyBot.Understanding.Examples;
using RemedyBot.Understanding.Messages;
using RemedyBot.Understanding.Models;
using RemedyBot.Understanding.Signals;
using RemedyBot.Understanding.Training;

namespace RemedyBot.Tests.Understanding.Messages;

public sealed class TrainingTests
{
    private static readonly string[] Leaves = ["sec.account", "econ.fraud"];

    private static Course Small()
    {
        string[] hacked = ["my account was hacked", "hacked again", "they changed my password", "i cannot log in to my page", "somebody took my insta"];
        string[] cheated = ["the shop never sent it", "they stole my money", "i was scammed by a seller", "fake job took my savings", "the bank card was emptied"];
        string[] none = ["hello", "thanks a lot", "what is this", "nice weather", "ok bye"];
        var signals = new HashSet<Signal>();
        IEnumerable<Example> By(string author) =>
        [
            .. hacked.Select(text => new Example($"{text} {author}", "en", author, [Leaves[0]], signals, false)),
            .. cheated.Select(text => new Example($"{text} {author}", "en", author, [Leaves[1]], signals, false)),
            .. none.Select(text => new Example($"{text} {author}", "en", author, [], signals, true)),
        ];
        return new Course([.. By("ann"), .. By("bob")], ["Guten Tag"], [ConceptList.Read("en", "money: [money, savings]")], Leaves, []);
    }

    [Fact]
    public void The_same_examples_give_the_same_bytes()
    {
        var one = Small().Learn(_ => { }).Model.Write();
        var other = Small().Learn(_ => { }).Model.Write();

        Assert.Equal(one, other);
    }

    [Fact]
    public void A_model_comes_back_from_its_file_as_it_was()
    {
        var model = Small().Learn(_ => { }).Model;
        var again = TrainedModel.Read(model.Write());

        Assert.Equal(model.Write(), again.Write());
        Assert.Equal(model.Fingerprint, again.Fingerprint);
        Assert.Equal("sec.account", new MessageReader(again, SignalFinder.From([])).Read("my account was hacked").Labels[0].Harm);
    }

    [Fact]
    public void Nobody_is_judged_by_a_model_that_learned_from_them()
    {
        var judged = Small().Learn(_ => { }).CrossValidated;

        Assert.Equal(30, judged.Count);
        Assert.Equal(30, judged.Select(j => j.Example.Text).Distinct().Count());
    }

    [Theory]
    [InlineData(0)]
    [InlineData(3)]
    [InlineData(100)]
    public void A_file_cut_short_is_refused_with_what_to_do(int length)
    {
        var file = Small().Learn(_ => { }).Model.Write()[..length];

        Assert.Contains("localize train", Assert.Throws<FormatException>(() => TrainedModel.Read(file)).Message, StringComparison.Ordinal);
    }

    [Fact]
    public void The_shipped_model_is_what_the_examples_give()
    {
        Assert.Equal(TheModel.Files.Course.Fingerprint(), TheModel.Reader.Fingerprint);
        Assert.True(new FileInfo(Path.Combine(Repository.Root, "localization", "understanding.model")).Length <= 5 * 1024 * 1024);
    }

    [Fact]
    public void Every_example_can_be_used() => Assert.Empty(TheModel.Files.Problems.Select(p => $"{p.Path}:{p.Line} {p.Detail}"));

    [Fact]
    public void Every_leaf_has_sixty_examples_in_english_and_twenty_five_in_each_other_language()
    {
        var counts = TheModel.Files.Course.Examples.Where(e => e.Harms.Count > 0).CountBy(e => (e.Language, e.Harms[0])).ToDictionary();
        foreach (var leaf in TheModel.Files.Course.Leaves)
            foreach (var language in new[] { "en", "es", "fr", "pt", "ar", "hi", "sw", "id", "ru", "tr" })
                Assert.True(counts.GetValueOrDefault((language, leaf)) >= (language == "en" ? 60 : 25), $"{language} {leaf}: {counts.GetValueOrDefault((language, leaf))}");
    }

    [Fact]
    public void Every_signal_has_sixty_examples_in_english_and_twenty_five_in_each_other_language()
    {
        var counts = TheModel.Files.Course.Examples.SelectMany(e => e.Signals.Select(signal => (e.Language, signal))).CountBy(pair => pair).ToDictionary();
        foreach (var signal in SignalNames.All)
            foreach (var language in new[] { "en", "es", "fr", "pt", "ar", "hi", "sw", "id", "ru", "tr" })
                Assert.True(counts.GetValueOrDefault((language, signal)) >= (language == "en" ? 60 : 25), $"{language} {signal}: {counts.GetValueOrDefault((language, signal))}");
    }

    [Fact]
    public void A_group_that_is_left_out_leaves_nothing_of_its_writers_behind()
    {
        var examples = TheModel.Files.Course.Examples;
        var folds = Folds.Of(examples);

        Assert.True(folds.Count > 1);
        foreach (var left in folds)
        {
            // "en8" and "hi8" are one writer.
            var writers = left.Select(at => Number(examples[at].Author)).ToHashSet();
            Assert.All(Enumerable.Range(0, examples.Count).Where(at => !left.Contains(at)), at => Assert.DoesNotContain(Number(examples[at].Author), writers));
        }
    }

    private static string Number(string author) => author.TrimStart([.. "abcdefghijklmnopqrstuvwxyz"]);

    [Fact]
    public void No_message_of_the_development_set_stands_among_the_examples()
    {
        var learned = TheModel.Files.Course.Examples.Select(e => e.Text.Trim().ToLowerInvariant()).ToHashSet();
        Assert.DoesNotContain(TheModel.Files.Development, e => learned.Contains(e.Text.Trim().ToLowerInvariant()));
    }
}
