using FsCheck.Xunit;
using RemedyBot.Channels.Activities;

namespace RemedyBot.Tests.Channels;

public sealed class TextPartsTests
{
    [Fact]
    public void What_fits_stays_one_message() => Assert.Equal(["One. Two.\nThree."], Of("One. Two.\nThree.", 100));

    [Fact]
    public void Lines_part_before_sentences_and_sentences_before_words() =>
        Assert.Equal(["First line.", "Second line.", "It goes on? Yes.", "And more"], Of("First line.\nSecond line. It goes on? Yes. And more", 16));

    [Fact]
    public void A_word_is_parted_only_where_it_fits_no_message() =>
        Assert.Equal(["see", "https://e", "xample.or", "g now"], Of("see https://example.org now", 9));

    [Fact]
    public void A_letter_with_its_marks_stays_whole() => Assert.All(Of(string.Concat(Enumerable.Repeat("é👩‍👩‍👧", 20)), 12), p => Assert.False(char.IsLowSurrogate(p[0]) || p[0] is '\u0301' or '\u200d'));

    [Property]
    public bool No_word_is_lost_and_no_part_is_too_long(string[] words, byte most)
    {
        var limit = 5 + (most % 40);
        var text = string.Join(' ', words.Select(w => new string([.. (w ?? "").Where(char.IsAsciiLetterOrDigit)])).Where(w => w.Length > 0));
        var parts = Of(text, limit);
        return parts.All(p => p.Length <= limit) && string.Concat(parts).Replace(" ", "", StringComparison.Ordinal) == text.Replace(" ", "", StringComparison.Ordinal);
    }

    private static IReadOnlyList<string> Of(string text, int most) => TextParts.Of(text, p => p.Length <= most);
}
