using RemedyBot.Tests.Pages.Scripted;
using RemedyBot.Turns;

namespace RemedyBot.Tests.Pages;

/// <summary>What the page says to somebody who kept a code, and to somebody for whom nothing is open any more.</summary>
public sealed class ComingBackTests
{
    private static readonly ScriptedTurn Language = new(_ => [new()
    {
        Step = "language/language", Topic = "language", Kind = "choice", Text = "Which language?", Choices = [new("en", "English"), new("ar", "العربية")], Wishes = [new("stop", "Stop")],
    }]);

    [Fact]
    public async Task The_first_page_says_where_a_code_goes_and_later_ones_do_not()
    {
        await using var host = await PageHost.Start();
        var first = await Form.First(host);
        Assert.Contains(Label("box-first"), first.Html, StringComparison.Ordinal);
        Assert.Equal(1, first.Count("data-opens"));

        var later = await first.Send(host, ("choice", "no"));
        Assert.Contains(Label("box-choice"), later.Html, StringComparison.Ordinal);
        Assert.Equal(0, later.Count("data-opens"));
    }

    [Theory]
    [InlineData("12345 67890 12345", true)]
    [InlineData("١٢٣٤٥ ٦٧٨٩٠", true)]
    [InlineData("12", false)]
    [InlineData("I am 12345", false)]
    public async Task Half_a_code_is_told_how_long_a_whole_one_is(string typed, bool told)
    {
        await using var host = await PageHost.Start([Language, Language]);
        var page = await (await Form.First(host)).Send(host, ("text", typed));
        Assert.Equal(told ? 1 : 0, page.Count(">" + PageTextsFile.English["code-length"] + "</p>"));
    }

    [Theory]
    [InlineData(true)]
    [InlineData(false)]
    public async Task Where_nothing_is_open_one_can_begin_anew_in_any_language(bool ended)
    {
        await using var host = await PageHost.Start([IntakeScript.Turns[8], IntakeScript.Turns[9]]);
        var first = await Form.First(host);
        if (!ended) host.Conversation.Instead = request => request.Token == first.Token ? new(TurnStatus.Closed, "", "en", null, [], false, null) : null;
        var page = await first.Send(host, ("text", "words"));

        Assert.Contains($"href=\"/?lang=en\">{PageTextsFile.English["start"]}</a>", page.Html, StringComparison.Ordinal);
        Assert.Contains("<a href=\"/?lang=ar\" lang=\"ar\"", page.Html, StringComparison.Ordinal);
        Assert.Contains(Label(ended ? "box-first" : "box-code"), page.Html, StringComparison.Ordinal);
    }

    private static string Label(string key) => $"id=\"label\">{PageTextsFile.English[key]}</label>";
}
