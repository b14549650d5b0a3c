using System.Diagnostics;
using FsCheck;
using FsCheck.Fluent;
using FsCheck.Xunit;
using RemedyBot.Tests.Understanding.Sentences;

namespace RemedyBot.Tests.Understanding;

public sealed class AnyTextTests
{
    private const int Long = 100_000;

    private static readonly string[] Pieces =
        ["kill", "me", "he", "not", "\uD800", "\uDFFF", "\uFFFE", "\0", "\u0301", "\u202E", "'", "*", "١٤", "ن", "و", "😀", ".", "\n", "14yo", "ﷺ", "a", "(", "@", "suicide", "\u200D", "İ"];

    [Property(MaxTest = 300)]
    public void Never_throws(string? text) => Assert.NotNull(TheLists.Finder.Find(text));

    [Property(MaxTest = 300)]
    public Property Never_throws_on_broken_pieces() =>
        Prop.ForAll(Gen.Elements(Pieces).ListOf().Select(pieces => string.Concat(pieces)).ToArbitrary(), text => TheLists.Finder.Find(text).Count >= 0);

    [Property(MaxTest = 100)]
    public Property Says_the_same_in_capitals() =>
        Prop.ForAll(Gen.Elements(Pieces).ListOf().Select(pieces => string.Join(' ', pieces)).ToArbitrary(), text =>
            TheLists.Finder.Find(text).SetEquals(TheLists.Finder.Find(text.ToUpperInvariant())));

    [Property(MaxTest = 100)]
    public Property Finds_a_sentence_between_any_others(string? noise)
    {
        var vital = TheLists.Languages.SelectMany(SentenceTable.Of).Where(sentence => sentence.Signal != "none").ToArray();
        return Prop.ForAll(Gen.Elements(vital).ToArbitrary(), sentence =>
            TheLists.Finder.Find($"{noise}.\n{sentence.Text}.\n{noise}").IsSupersetOf(TheLists.Finder.Find(sentence.Text)));
    }

    public static TheoryData<string> Bombs => new()
    {
        new string('a', Long),
        new string('\u0301', Long),
        "a" + string.Concat(Enumerable.Repeat("\u0301\u0316", Long / 2)),
        new string('\uD800', Long),
        string.Concat(Enumerable.Repeat("he ", Long / 3)),
        string.Concat(Enumerable.Repeat("not ", Long / 4)),
        string.Concat(Enumerable.Repeat("kill me ", Long / 8)),
        string.Concat(Enumerable.Repeat("me va a ", Long / 8)),
        string.Concat(Enumerable.Repeat("k*l*m ", Long / 6)),
        string.Concat(Enumerable.Repeat("ﷺ", Long)),
        string.Concat(Enumerable.Range(0, Long / 8).Select(number => $"threa{number % 977:x}n ")),
        string.Concat(Enumerable.Repeat("و", Long / 2).Zip(Enumerable.Repeat(" ", Long / 2), string.Concat)),
    };

    [Theory]
    [MemberData(nameof(Bombs))]
    public void A_hundred_kilobytes_of_anything_are_read_in_bounded_time(string text)
    {
        TheLists.Finder.Find("warm");
        var watch = Stopwatch.StartNew();

        TheLists.Finder.Find(text);

        // A fraction of a second when nothing else runs; work that grows with the square would take minutes.
        Assert.True(watch.Elapsed < TimeSpan.FromSeconds(15), $"{watch.ElapsedMilliseconds} ms");
    }

    [Fact]
    public void A_normal_message_takes_about_a_millisecond()
    {
        var texts = TheLists.Languages.SelectMany(SentenceTable.Of).Select(sentence => sentence.Text).ToList();
        foreach (var text in texts)
            TheLists.Finder.Find(text);
        var watch = Stopwatch.StartNew();

        foreach (var text in texts)
            TheLists.Finder.Find(text);

        // Twice the goal: the machine that runs the tests may be busy.
        Assert.True(watch.Elapsed / texts.Count < TimeSpan.FromMilliseconds(2), $"{watch.Elapsed.TotalMilliseconds / texts.Count:0.000} ms");
    }

    [Theory]
    [InlineData(null)]
    [InlineData("")]
    [InlineData("   \n")]
    [InlineData("?!...")]
    public void Nothing_raises_nothing(string? text) => Assert.Empty(TheLists.Finder.Find(text));
}
