using System.Text.RegularExpressions;
using RemedyBot.Composition;
using RemedyBot.Tests.Contract;

namespace RemedyBot.Tests.Pages;

/// <summary>A tap while words stand in the box, as a form without script sends it: neither is lost.</summary>
public sealed class BesideTests
{
    private const string Story = "My ex Carlos posted my photos and sends them to everybody I know";

    private static Task<Bot> Open() => Bot.OpenAsync(new(AChat.Content, new(), new()) { PretendDesk = true }, default);

    private static string Step(Form page) => Regex.Matches(page.Html, "data-step=\"([^\"]+)\"")[^1].Groups[1].Value;

    private static string Box(Form page) => Regex.Match(page.Html, "<textarea[^>]*>\n?(.*?)</textarea>", RegexOptions.Singleline).Groups[1].Value;

    [Theory]
    [InlineData("choice", "ibsa.ncii", "no", "no", "adult")]
    [InlineData("choice", "no")]
    [InlineData("choice", "adult", "no", "no")]
    public async Task Where_both_can_be_taken_both_are(string name, string value, params string[] before)
    {
        await using var bot = await Open();
        await using var host = await Served.Over(bot);
        var page = await Form.First(host, "?lang=en").Taps(host, before);
        var asked = Step(page);
        page = await page.Send(host, (name, value), ("text", Story));
        Assert.NotEqual(asked, Step(page));
        Assert.Contains(Story, page.Html, StringComparison.Ordinal);
        Assert.Equal("", Box(page));
        page = await page.Send(host, ("wish", "so-far"));
        Assert.Contains(Story, page.Html, StringComparison.Ordinal);
        if (value == "ibsa.ncii")
            Assert.Contains("Intimate", page.Html, StringComparison.OrdinalIgnoreCase);
    }

    [Theory]
    [InlineData("choice", "confirm", "no", "no", "adult", "ibsa.ncii", "enough")]
    [InlineData("wish", "why", "no", "no", "adult")]
    [InlineData("wish", "skip", "no", "no")]
    public async Task Danger_is_heard_in_words_beside_any_tap_and_they_stay_in_the_box(string name, string value, params string[] before)
    {
        await using var bot = await Open();
        await using var host = await Served.Over(bot);
        var page = await Form.First(host, "?lang=en").Taps(host, before);
        page = await page.Send(host, (name, value), ("text", "he is outside my door with a knife, he will kill me"));
        Assert.StartsWith("danger/", Step(page), StringComparison.Ordinal);
        Assert.StartsWith("he is outside my door", Box(page), StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_code_in_the_box_is_told_to_nobody()
    {
        await using var bot = await Open();
        await using var host = await Served.Over(bot);
        var page = await Form.First(host, "?lang=en").Taps(host, "no", "no", "adult");
        page = await page.Send(host, ("choice", "ibsa.ncii"), ("text", "12345 67890 12345 67890 12345"));
        page = await (await page.Send(host, ("text", ""))).Send(host, ("wish", "so-far"));
        Assert.DoesNotContain("12345 67890", page.Html.Split("<textarea")[0], StringComparison.Ordinal);
    }
}
