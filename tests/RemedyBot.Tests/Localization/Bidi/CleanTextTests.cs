using System.Text;
using FsCheck.Xunit;
using RemedyBot.Localization.Bidi;

namespace RemedyBot.Tests.Localization.Bidi;

public sealed class CleanTextTests
{
    [Theory]
    [InlineData("plain\ttext\nmore", "plain\ttext\nmore")]
    [InlineData("a\u202Eb\u2066c\u2069", "abc")]
    [InlineData("a\u200Bb\u00ADc\uFEFF", "abc")]
    [InlineData("bell\u0007\u009B", "bell")]
    [InlineData("a\r\nb", "a\nb")]
    [InlineData("e\u0301", "\u00E9")]
    [InlineData("a\u200Cb", "ab")]
    [InlineData("می\u200Cخواهم", "می\u200Cخواهم")]
    [InlineData("👩\u200D👧", "👩\u200D👧")]
    [InlineData("क\u094D\u200Dष", "क\u094D\u200Dष")]
    public void Keeps_what_people_need_and_drops_what_deceives(string text, string expected) => Assert.Equal(expected, CleanText.Of(text));

    [Fact]
    public void Replaces_lone_surrogates() => Assert.Equal("a\uFFFDb", CleanText.Of("a\uD800b"));

    [Property(MaxTest = 1000)]
    public bool Never_throws_and_is_stable(char[]? letters)
    {
        var clean = CleanText.Of(new string(letters ?? []));
        return clean == CleanText.Of(clean) && clean.IsNormalized(NormalizationForm.FormC);
    }

    [Fact]
    public void Strips_isolates() => Assert.Equal("call 112 now", Isolates.Strip("call \u2066112\u2069 now"));
}
