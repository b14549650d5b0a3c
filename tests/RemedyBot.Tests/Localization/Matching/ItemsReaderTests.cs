using FsCheck.Xunit;
using RemedyBot.Localization.Matching;

namespace RemedyBot.Tests.Localization.Matching;

public sealed class ItemsReaderTests
{
    [Theory]
    [InlineData("instagram, tiktok", "instagram|tiktok")]
    [InlineData("instagram،تيك توك", "instagram|تيك توك")]
    [InlineData("微信、微博", "微信|微博")]
    [InlineData("a\nb\r\nc", "a|b|c")]
    [InlineData("https://example.org/@10.5,20.1/z, facebook", "https://example.org/@10.5,20.1/z|facebook")]
    [InlineData("example.org/a,b/c", "example.org/a,b/c")]
    [InlineData("https://a.org/x,https://b.org/y", "https://a.org/x|https://b.org/y")]
    [InlineData("instagram.com/ana,facebook.com/ana", "instagram.com/ana|facebook.com/ana")]
    [InlineData("instagram.com,facebook.com", "instagram.com|facebook.com")]
    [InlineData("see https://a.org/x,y and z, tiktok", "see https://a.org/x,y and z|tiktok")]
    [InlineData("- one\n- two", "one|two")]
    [InlineData("a,a, a", "a")]
    [InlineData(" , ,", "")]
    [InlineData("", "")]
    public void Splits_lists_but_not_addresses(string text, string expected) => Assert.Equal(expected, string.Join('|', ItemsReader.Read(text)));

    [Property(MaxTest = 500)]
    public bool Never_throws_and_gives_no_empty_items(string? text) => ItemsReader.Read(text ?? "").All(i => i.Trim().Length > 0);
}
