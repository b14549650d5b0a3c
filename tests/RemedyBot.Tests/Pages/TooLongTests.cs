using System.Net;
using System.Text.RegularExpressions;
using RemedyBot.Composition;
using RemedyBot.Tests.Contract;

namespace RemedyBot.Tests.Pages;

/// <summary>Words that are too long to be kept stand in the box again: nobody types them twice.</summary>
public sealed class TooLongTests
{
    private const string TooLong = "That was too long";
    private static readonly string Story = string.Concat(Enumerable.Repeat("He has written to my sister again. ", 4_000));

    [Fact]
    public async Task What_no_question_takes_stands_in_the_box_however_long_and_however_often_it_is_sent()
    {
        await using var bot = await Bot.OpenAsync(new(AChat.Content, new(), new()), default);
        await using var host = await Served.Over(bot);
        var page = await Form.First(host, "?lang=en").Taps(host, "no", "no", "adult");
        for (var sent = 0; sent < 2; sent++)
        {
            var refused = await page.Send(host, ("text", Story));
            Assert.Contains(TooLong, refused.Html, StringComparison.Ordinal);
            Assert.Equal(Story, Box(refused));
        }
    }

    [Fact]
    public async Task What_one_question_does_not_take_does_so_too()
    {
        await using var bot = await Bot.OpenAsync(new(AChat.Content, new(), new()) { PretendDesk = true }, default);
        await using var host = await Served.Over(bot);
        var page = await Form.First(host, "?lang=en").Taps(host, "no", "no", "adult", "ibsa.ncii");
        // A question for one sentence, which takes 500 characters.
        for (var asked = 0; asked < 60 && !page.Html.Contains("data-step=\"detail/reason\"", StringComparison.Ordinal); asked++)
            page = await page.Send(host, ("wish", "skip"));
        var words = Story[..600];
        var refused = await page.Send(host, ("text", words));
        Assert.Contains(TooLong, refused.Html, StringComparison.Ordinal);
        Assert.Equal(words, Box(refused));
    }

    private static string Box(Form page) => WebUtility.HtmlDecode(Regex.Match(page.Html, "<textarea[^>]*>\n?(.*?)</textarea>", RegexOptions.Singleline).Groups[1].Value);
}
