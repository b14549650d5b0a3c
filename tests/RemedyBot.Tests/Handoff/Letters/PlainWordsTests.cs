using RemedyBot.Handoff.Delivery.Web;

namespace RemedyBot.Tests.Handoff.Letters;

/// <summary>What is left of a helpline's HTML: words, lines, and where a link leads.</summary>
public sealed class PlainWordsTests
{
    [Theory]
    [InlineData("Use <a href='https://help.example/form?a=1&amp;b=2'>this form</a>, please.", "Use this form (https://help.example/form?a=1&b=2), please.")]
    [InlineData("<a href=\"https://help.example/\">https://help.example</a>", "https://help.example")]
    [InlineData("<a href='https://help.example/form'><b>help.example/form</b></a>", "help.example/form")]
    [InlineData("<a href='https://help.example/'><img src='x'></a>", "https://help.example/")]
    [InlineData("<a href='mailto:us@help.example'>us@help.example</a> or <a href='tel:+34600000000'>call</a>", "us@help.example or call (tel:+34600000000)")]
    [InlineData("<a href='https://one.example'>one<a href='https://two.example'>two</a>", "one (https://one.example)two (https://two.example)")]
    [InlineData("<a href='javascript:alert(1)'>click</a> <a name='here'>here</a> <a href='#top'>up</a>", "click here up")]
    [InlineData("<style><a href='https://hidden.example'>x</a></style>seen", "seen")]
    public void A_link_says_where_it_leads(string html, string read) => Assert.Equal(read, PlainWords.Of(html, "text/html; charset=utf-8"));

    [Fact]
    public void Plain_text_stays_as_it_is() => Assert.Equal("<a href='https://help.example'>x</a>", PlainWords.Of(" <a href='https://help.example'>x</a> ", "text/plain"));
}
