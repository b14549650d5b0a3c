using System.Diagnostics;
using FsCheck;
using FsCheck.Fluent;
using FsCheck.Xunit;

namespace RemedyBot.Tests.Understanding.Messages;

public sealed class AnyMessageTests
{
    private const int Long = 100_000;

    private static readonly string[] Pieces =
        ["hacked", "мой", "मेरी", "صوري", "\uD800", "\uDFFF", "\uFFFE", "\0", "\u0301", "\u202E", "'", "*", "١٤", "😀", ".", "\n", "14yo", "ﷺ", "क्", "\u200D", "İ", "7abibi", "日本"];

    [Property(MaxTest = 300)]
    public void Never_throws(string? text, string? hint) => Assert.NotNull(TheModel.Reader.Read(text, hint));

    [Property(MaxTest = 300)]
    public Property Never_throws_on_broken_pieces() =>
        Prop.ForAll(Gen.Elements(Pieces).ListOf().Select(string.Concat).ToArbitrary(), text =>
        {
            var reading = TheModel.Reader.Read(text);
            return reading.Labels.All(l => l.Score is >= 0 and <= 1) && reading.Labels.Zip(reading.Labels.Skip(1)).All(pair => pair.First.Score >= pair.Second.Score);
        });

    public static TheoryData<string> Bombs => new()
    {
        new string('a', Long),
        new string('\u0301', Long),
        new string('\uD800', Long),
        string.Concat(Enumerable.Repeat("he ", Long / 3)),
        string.Concat(Enumerable.Repeat("ex leaked my pics ", Long / 18)),
        string.Concat(Enumerable.Repeat("ﷺ", Long)),
        string.Concat(Enumerable.Repeat("क्षत्रिय ", Long / 9)),
        string.Concat(Enumerable.Range(0, Long / 8).Select(number => $"w{number:x}n ")),
    };

    [Theory]
    [MemberData(nameof(Bombs))]
    public void A_hundred_kilobytes_of_anything_are_read_in_bounded_time(string text)
    {
        TheModel.Reader.Read("warm");
        var watch = Stopwatch.StartNew();

        TheModel.Reader.Read(text);

        Assert.True(watch.Elapsed < TimeSpan.FromSeconds(15), $"{watch.ElapsedMilliseconds} ms");
    }

    [Fact]
    public void A_normal_message_takes_about_a_millisecond()
    {
        var texts = TheModel.Files.Development.Select(example => example.Text).ToList();
        foreach (var text in texts)
            TheModel.Reader.Suggest(text);
        var watch = Stopwatch.StartNew();

        foreach (var text in texts)
            TheModel.Reader.Suggest(text);

        // Several times the goal: the machine that runs the tests may be busy, and debug builds are slow.
        Assert.True(watch.Elapsed / texts.Count < TimeSpan.FromMilliseconds(5), $"{watch.Elapsed.TotalMilliseconds / texts.Count:0.000} ms");
    }

    [Fact]
    public void Finds_the_harm_in_the_middle_of_a_long_story()
    {
        var chatter = string.Join(' ', Enumerable.Repeat("we had dinner and talked about the weather and the garden and the bus was late again so we walked home together", 12));

        var reading = TheModel.Reader.Read($"{chatter}. my ex posted my nude photos on telegram without my consent. {chatter}");

        Assert.Contains(reading.Labels, label => label.Harm == "ibsa.ncii");
    }

    [Theory]
    [InlineData(null)]
    [InlineData("")]
    [InlineData("   \n")]
    [InlineData("?!...")]
    public void Nothing_says_nothing(string? text)
    {
        var reading = TheModel.Reader.Read(text);

        Assert.Empty(reading.Labels);
        Assert.Empty(reading.Signals);
        Assert.Equal("other", reading.Language);
    }

    [Theory]
    [InlineData("es")]
    [InlineData("es-MX")]
    [InlineData("ES")]
    public void A_hint_decides_where_nothing_else_does(string hint) => Assert.Equal("es", TheModel.Reader.Read("123", hint).Language);

    [Theory]
    [InlineData("日本語で書いています")]
    [InlineData("Jemand hat meine Fotos veröffentlicht und ich habe Angst")]
    [InlineData("ktoś wrzucił moje zdjęcia")]
    public void Another_language_is_other(string text) => Assert.Equal("other", TheModel.Reader.Read(text).Language);

    [Fact]
    public void A_reading_hides_what_it_is_about() => Assert.Equal("Reading", TheModel.Reader.Read("ex leaked my pics").ToString());
}
