using System.Diagnostics;
using FsCheck;
using FsCheck.Fluent;
using FsCheck.Xunit;
using RemedyBot.Tests.Understanding.Messages;

namespace RemedyBot.Tests.Understanding.Spans;

public sealed class AnySpanTests
{
    private const int Long = 100_000;

    private static readonly string[] Pieces =
        ["@", "@a", "some_body", "https://", "www.", ".com/", "x", "500", "٥٠٠", "$", "€", " ", ".", ",", "k", "دولار", "हज़ार", "my ex", "\uD800", "\uDFFF", "\uFFFE", "\0", "\u0301", "\u202E", "😀", "日本", "\n", "R$", "Rs."];

    [Property(MaxTest = 300)]
    public void Never_throws(string? text) => Holds(text ?? "");

    [Property(MaxTest = 500)]
    public Property What_is_found_stands_in_the_text_and_is_bounded() =>
        Prop.ForAll(Gen.Elements(Pieces).ListOf().Select(string.Concat).ToArbitrary(), Holds);

    private static bool Holds(string text)
    {
        var found = TheModel.Content.Spans.Find(text);
        foreach (var language in new[] { "en", "ar", "hi", "ru" })
            TheModel.Content.Relations.Find(text, language);
        return found.All(s => s.Text.Length is > 0 and <= 600 && text.Contains(s.Text, StringComparison.Ordinal)) && found.CountBy(s => s.Kind).All(k => k.Value <= 10) && found.Distinct().Count() == found.Count;
    }

    public static TheoryData<string> Bombs => new()
    {
        new string('a', Long),
        new string('1', Long),
        new string('@', Long),
        new string('_', Long),
        new string('\uD800', Long),
        string.Concat(Enumerable.Repeat("1.", Long / 2)),
        string.Concat(Enumerable.Repeat("1 k", Long / 3)),
        string.Concat(Enumerable.Repeat("a_", Long / 2)),
        string.Concat(Enumerable.Repeat("a.b", Long / 3)),
        string.Concat(Enumerable.Repeat("$ 5 ", Long / 4)),
        string.Concat(Enumerable.Repeat("my ex ", Long / 6)),
        string.Concat(Enumerable.Repeat("@some.body https://a.b/c 500 usd ", Long / 33)),
    };

    [Theory]
    [MemberData(nameof(Bombs))]
    public void A_hundred_kilobytes_of_anything_are_read_in_bounded_time(string text)
    {
        Holds("warm @up 5 usd my ex");
        var watch = Stopwatch.StartNew();

        Assert.True(Holds(text));

        // A fraction of a second when nothing else runs; work that grows with the square would take minutes.
        Assert.True(watch.Elapsed < TimeSpan.FromSeconds(15), $"{watch.ElapsedMilliseconds} ms");
    }
}
