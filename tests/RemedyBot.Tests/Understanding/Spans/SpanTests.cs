using RemedyBot.Tests.Understanding.Messages;
using RemedyBot.Understanding.Spans;

namespace RemedyBot.Tests.Understanding.Spans;

public sealed class SpanTests
{
    private static IReadOnlyList<Span> Found(string text) => TheModel.Content.Spans.Find(text);

    [Theory]
    [InlineData("look at https://example.com/a/b?c=d, please", SpanKind.Link, "https://example.com/a/b?c=d")]
    [InlineData("it is on t.me/somechannel", SpanKind.Link, "t.me/somechannel")]
    [InlineData("شوف https://example.com/abc، بسرعة", SpanKind.Link, "https://example.com/abc")]
    [InlineData("यहाँ www.example.com/p/1। मदद", SpanKind.Link, "www.example.com/p/1")]
    [InlineData("(see www.example.org/x)", SpanKind.Link, "www.example.org/x")]
    [InlineData("the account is @some.body_1.", SpanKind.Handle, "@some.body_1")]
    [InlineData("his name there is some_body99!", SpanKind.Handle, "some_body99")]
    [InlineData("on reddit it is u/some-body", SpanKind.Handle, "u/some-body")]
    [InlineData("حسابه @فلان_1 هناك", SpanKind.Handle, "@فلان_1")]
    public void Finds_what_may_be_asked_about(string text, SpanKind kind, string found)
    {
        var span = Assert.Single(Found(text));
        Assert.Equal((kind, found), (span.Kind, span.Text));
    }

    [Theory]
    [InlineData("write to somebody@example.org")]
    [InlineData("I work from 9/5 and/or at night, 12.5/10")]
    [InlineData("the file is IMG_2034.jpg")]
    [InlineData("I am @ home")]
    [InlineData("it is s/he said...")]
    [InlineData("**help** __me__ !!!")]
    public void Leaves_alone_what_is_neither_name_nor_address(string text) => Assert.Empty(Found(text));

    [Fact]
    public void A_handle_within_a_link_is_part_of_it() =>
        Assert.Equal(SpanKind.Link, Assert.Single(Found("https://www.tiktok.com/@some.body/video/1")).Kind);

    [Fact]
    public void The_same_thing_twice_is_found_once_and_things_keep_their_order() =>
        Assert.Equal(["@one_name", "t.me/page1", "@other"], Found("@one_name posted t.me/page1, @other liked it, @one_name again").Select(s => s.Text));

    [Fact]
    public void A_span_hides_what_was_written() => Assert.Equal("Span", Found("@some.body")[0].ToString());

    [Theory]
    [InlineData("my face was on Insta and on TIKTOK too", "plt.instagram,plt.tiktok")]
    [InlineData("انستغرام", "plt.instagram")]
    [InlineData("nothing here", "")]
    public void Finds_platforms_by_their_names(string text, string ids) =>
        Assert.Equal(ids, string.Join(',', TheModel.Content.Mentions.Find(text)));
}
