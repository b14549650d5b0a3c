using RemedyBot.Understanding.Spans;

namespace RemedyBot.Tests.Understanding.Messages;

public sealed class SpanTests
{
    [Theory]
    [InlineData("look at https://example.com/a/b?c=d, please", SpanKind.Link, "https://example.com/a/b?c=d")]
    [InlineData("it is on t.me/somechannel", SpanKind.Link, "t.me/somechannel")]
    [InlineData("the account is @some.body_1.", SpanKind.Handle, "@some.body_1")]
    [InlineData("he wants $500 by friday", SpanKind.Amount, "$500")]
    [InlineData("pidio 2000 pesos", SpanKind.Amount, "2000 pesos")]
    [InlineData("20 hazar mang raha", SpanKind.Amount, "20 hazar")]
    public void Finds_what_may_be_asked_about(string text, SpanKind kind, string found)
    {
        var span = Assert.Single(SpanFinder.Find(text));
        Assert.Equal((kind, found), (span.Kind, span.Text));
    }

    [Fact]
    public void A_handle_within_a_link_is_part_of_it() =>
        Assert.Equal(SpanKind.Link, Assert.Single(SpanFinder.Find("https://www.tiktok.com/@some.body/video/1")).Kind);

    [Theory]
    [InlineData("my face was on Insta and on TIKTOK too", "plt.instagram,plt.tiktok")]
    [InlineData("انستغرام", "plt.instagram")]
    [InlineData("nothing here", "")]
    public void Finds_platforms_by_their_names(string text, string ids) =>
        Assert.Equal(ids, string.Join(',', TheModel.Content.Mentions.Find(text)));
}
