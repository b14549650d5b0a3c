using RemedyBot.Understanding.Evaluation;
using RemedyBot.Understanding.Signals;
using RemedyBot.Understanding.Training;

namespace RemedyBot.Tests.Understanding.Messages;

/// <summary>Messages by writers whom nothing was learned from. The floors stand a little under what was measured; they are never lowered.</summary>
public sealed class DevelopmentSetTests
{
    private static readonly Lazy<IReadOnlyList<Judged>> Judged = new(() =>
        [.. TheModel.Files.Development.Select(example => new Judged(example, TheModel.Reader.Read(example.Text), TheModel.Reader.Hear(example.Text)))]);

    [Fact]
    public void Suggests_the_right_harm_first_in_88_and_among_three_in_96_of_100()
    {
        var figures = Figures.Of(Judged.Value);

        Assert.True(figures.Messages >= 600);
        Assert.True(figures.Top1 >= 0.88, $"{figures.Top1}");
        Assert.True(figures.Top3 >= 0.96, $"{figures.Top3}");
    }

    [Fact]
    public void No_language_falls_behind()
    {
        foreach (var language in Judged.Value.GroupBy(j => j.Example.Language))
            Assert.True(Figures.Of([.. language]).Top1 >= 0.80, $"{language.Key}: {Figures.Of([.. language]).Top1}");
        Assert.Equal(10, Judged.Value.Select(j => j.Example.Language).Distinct().Count());
    }

    [Fact]
    public void Suggests_nothing_for_harmless_messages_in_92_of_100()
    {
        var figures = Figures.Of(Judged.Value);

        Assert.True(figures.Recognised >= 0.92, $"{figures.Recognised}");
    }

    [Fact]
    public void Finds_the_language_of_97_in_100_without_a_hint()
    {
        var figures = Figures.Of(Judged.Value);

        Assert.True(figures.Languages >= 0.97, $"{figures.Languages}");
    }

    [Theory]
    [InlineData(Signal.Danger, 0.97)]
    [InlineData(Signal.SelfHarm, 0.97)]
    [InlineData(Signal.Minor, 0.97)]
    public void Notices_what_calls_for_care_and_stays_calm_otherwise(Signal signal, double least)
    {
        var figures = Figures.Of(Judged.Value);

        Assert.True(figures.Recall[signal] >= least, $"{figures.Recall[signal]}");
        Assert.True(figures.Alarms[signal] <= 0.08, $"{figures.Alarms[signal]}");
    }

    [Theory]
    [InlineData(Signal.Danger, 0.97)]
    [InlineData(Signal.SelfHarm, 0.98)]
    public void A_conversation_answers_or_asks_about_what_calls_for_care(Signal signal, double least)
    {
        var heard = Hearings.Of(Judged.Value, signal, asked: true);

        Assert.True(heard.Recall >= least, $"{heard.Recall}");
        Assert.True(heard.Harmless <= 0.08, $"{heard.Harmless}");
        Assert.True(heard.Elsewhere <= 0.18, $"{heard.Elsewhere}");
    }

    [Theory]
    [InlineData("en", "im writing from a phone he bought me, he sees everything", Signal.Spyware)]
    [InlineData("en", "we share one phone in the family and my brother checks it", Signal.Spyware)]
    [InlineData("ru", "муж читает все мои сообщения", Signal.Spyware)]
    [InlineData("tr", "kocam telefonuma bisey yuklemis", Signal.Spyware)]
    [InlineData("en", "they are holding me at the airport and took my passport", Signal.Custody)]
    [InlineData("ru", "меня задержали за пост, завтра допрос", Signal.Custody)]
    public void A_conversation_hears_all_signals(string language, string text, Signal signal) => Assert.Contains(signal, TheModel.Reader.Hear(text, language).Firm);

    [Fact]
    public void Rarely_interrupts_a_conversation_for_nothing()
    {
        // A threat of death that nobody marked as danger is no false alarm.
        var calm = Judged.Value.Where(j => j.Example.Signals.Count == 0 && !j.Example.Harms.Contains("abuse.threat")).ToList();

        foreach (var signal in new[] { Signal.Danger, Signal.SelfHarm })
        {
            var wrong = calm.Where(j => j.Hearing!.Firm.Contains(signal)).Select(j => $"{signal}: {j.Example.Text}").ToList();
            Assert.True(wrong.Count <= 0.04 * calm.Count, $"{wrong.Count} of {calm.Count}\n{string.Join('\n', wrong)}");
        }
    }
}
