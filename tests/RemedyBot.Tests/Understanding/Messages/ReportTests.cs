using RemedyBot.Understanding.Evaluation;
using RemedyBot.Understanding.Examples;
using RemedyBot.Understanding.Messages;
using RemedyBot.Understanding.Signals;
using RemedyBot.Understanding.Training;

namespace RemedyBot.Tests.Understanding.Messages;

public sealed class ReportTests
{
    private static readonly HashSet<Signal> None = [];

    private static Judged Read(string meant, string read, double score, string language = "en", string found = "en") =>
        new(new Example($"{meant} {read} {score}", language, "ann", [meant], None, false), new Reading([new Suggestion(read, (float)score)], found, None));

    [Fact]
    public void Says_how_far_a_score_can_be_trusted()
    {
        var table = Report.Reliability([Read("a", "a", 0.95), Read("a", "a", 0.9), Read("a", "b", 0.85), Read("b", "a", 0.1), Read("b", "b", 1)]);

        Assert.Equal("| score of the first suggestion | messages | right |\n| --- | --- | --- |\n| 0.0 to 20.0 | 1 | 0.0 |\n| 80.0 to 100.0 | 4 | 75.0 |\n", table);
    }

    [Fact]
    public void Shows_as_many_confusions_as_wanted_or_all()
    {
        Judged[] judged = [Read("a", "b", 1), Read("a", "b", 0.9), Read("b", "c", 1), Read("c", "a", 1)];

        Assert.Contains("| en | a → b (2) |", Report.Confusions(judged, 1), StringComparison.Ordinal);
        Assert.Contains("| en | a → b (2), b → c (1), c → a (1) |", Report.Confusions(judged, 0), StringComparison.Ordinal);
    }

    [Fact]
    public void A_language_that_was_given_counts_as_neither_found_nor_missed()
    {
        Assert.Equal(0.5, Figures.Of([Read("a", "a", 1), Read("a", "a", 1, found: "fr")]).Languages);
        Assert.True(double.IsNaN(Figures.Of([Read("a", "a", 1, found: Judged.LanguageGiven)]).Languages));
        Assert.Contains("| – |", Report.Table([Read("a", "a", 1, found: Judged.LanguageGiven)]), StringComparison.Ordinal);
    }
}
