using RemedyBot.Tests.Understanding.Sentences;
using RemedyBot.Understanding.Signals;

namespace RemedyBot.Tests.Understanding;

public sealed class SentencesTests
{
    public static TheoryData<string> Languages => [.. TheLists.Languages];

    [Theory]
    [MemberData(nameof(Languages))]
    public void Holds_sixty_true_and_forty_harmless_sentences(string language)
    {
        var sentences = SentenceTable.Of(language).ToList();

        Assert.True(sentences.Count(sentence => sentence.Signal != "none") >= 60);
        Assert.True(sentences.Count(sentence => sentence.Signal == "none") >= 40);
    }

    [Theory]
    [MemberData(nameof(Languages))]
    public void Notices_danger_selfharm_and_minors_in_97_of_100(string language)
    {
        string[] vital = ["danger", "selfharm", "minor"];
        var missed = Missed(language, vital);

        Assert.True(missed.Count <= 0.03 * SentenceTable.Of(language).Count(sentence => vital.Contains(sentence.Signal)), string.Join('\n', missed));
    }

    [Theory]
    [MemberData(nameof(Languages))]
    public void Notices_spyware_and_custody(string language)
    {
        Assert.Empty(Missed(language, ["spyware", "custody"]));
    }

    [Theory]
    [MemberData(nameof(Languages))]
    public void Stays_silent_on_92_of_100_harmless_sentences(string language)
    {
        var harmless = SentenceTable.Of(language).Where(sentence => sentence.Signal == "none").ToList();
        var alarms = harmless
            .Select(sentence => (sentence.Text, Raised: TheLists.Finder.Find(sentence.Text)))
            .Where(result => result.Raised.Count > 0)
            .Select(result => $"{string.Join('+', result.Raised)}: {result.Text}")
            .ToList();

        Assert.True(alarms.Count <= 0.08 * harmless.Count, string.Join('\n', alarms));
    }

    private static List<string> Missed(string language, string[] signals) =>
        [.. SentenceTable.Of(language)
            .Where(sentence => signals.Contains(sentence.Signal) && !TheLists.Finder.Find(sentence.Text).Contains(SignalNames.Parse(sentence.Signal)!.Value))
            .Select(sentence => $"{sentence.Signal}: {sentence.Text}")];
}
