using RemedyBot.Tests.Pages.Scripted;
using RemedyBot.Turns;

namespace RemedyBot.Tests.Pages;

public sealed class EscapingTests
{
    [Theory]
    [InlineData("<script>alert(1)</script>")]
    [InlineData("\"><img src=x onerror=alert(1)>")]
    [InlineData("'><svg onload=alert(1)>")]
    [InlineData("</textarea><script>alert(1)</script>")]
    [InlineData("&lt;b&gt; &amp; &#60;")]
    [InlineData("\u202Egnp.exe \u2066isolate")]
    [InlineData("line one\nline two")]
    [InlineData("\nfirst line empty")]
    public async Task Words_come_back_as_words(string words)
    {
        await using var host = await PageHost.Start();
        var page = await (await Form.First(host)).Send(host, ("text", words));
        Assert.Contains($"<p>{Escaped(words)}</p>", page.Html, StringComparison.Ordinal);
        Assert.DoesNotContain("<img", page.Html, StringComparison.Ordinal);
        Assert.DoesNotContain("<svg", page.Html.Replace("%3Csvg", "", StringComparison.Ordinal), StringComparison.Ordinal);
        Assert.Equal(1, page.Count("<script"));
    }

    [Fact]
    public async Task Kept_words_stand_in_the_box_as_they_were_typed()
    {
        await using var host = await PageHost.Start();
        var form = await Form.First(host);
        await form.Send(host, ("text", "first"));
        var again = await form.Send(host, ("text", "\n</textarea><b>second"));
        Assert.Contains("\n\n&lt;/textarea&gt;&lt;b&gt;second</textarea>", again.Html, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Nothing_that_a_conversation_says_becomes_markup()
    {
        const string Evil = "\"><script>alert(1)</script>";
        var message = new OutMessage
        {
            Text = Evil,
            Step = Evil,
            Topic = Evil,
            Kind = "choice",
            Code = Evil,
            Choices = [new(Evil, Evil)],
            Wishes = [new(Evil, Evil)],
            Links = [new("javascript:alert(1)", "alert"), new("https://x.example/\"><b>", "script")],
        };
        await using var host = await PageHost.Start([new(_ => [message])]);
        var page = await Form.First(host);
        Assert.Equal(1, page.Count("<script"));
        Assert.DoesNotContain("javascript:", page.Html, StringComparison.Ordinal);
        Assert.DoesNotContain("<b>", page.Html, StringComparison.Ordinal);
    }

    [Fact]
    public async Task An_unknown_language_in_the_address_is_not_repeated()
    {
        await using var host = await PageHost.Start();
        Assert.DoesNotContain("zz-evil", (await Form.First(host, "?lang=zz-evil%22%3E")).Html, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Signs_that_no_text_holds_are_replaced()
    {
        await using var host = await PageHost.Start();
        var page = await (await Form.First(host)).Send(host, ("text", "a\u0001b\u0007c"));
        Assert.Contains("<p>a\uFFFDb\uFFFDc</p>", page.Html, StringComparison.Ordinal);
    }

    private static string Escaped(string text) => text
        .Replace("&", "&amp;", StringComparison.Ordinal)
        .Replace("<", "&lt;", StringComparison.Ordinal)
        .Replace(">", "&gt;", StringComparison.Ordinal)
        .Replace("\"", "&quot;", StringComparison.Ordinal)
        .Replace("'", "&#39;", StringComparison.Ordinal);
}
