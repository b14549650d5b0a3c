using System.Text.RegularExpressions;
using RemedyBot.Tests.Contract;
using RemedyBot.Turns;

namespace RemedyBot.Tests.Pages;

/// <summary>Nobody takes a helpline's letter for the program's own words.</summary>
public sealed class LetterBubbleTests
{
    [Fact]
    public async Task A_letter_has_a_bubble_of_its_own_under_who_wrote_it_its_reference_and_its_day()
    {
        var helplines = new TwoHelplines();
        await using var chat = await AChat.Open(desk: false, helplines: helplines);
        var person = await chat.Greet();
        await person.Say("no", "no", "adult", "abuse.harassment", "enough");
        for (var turn = 0; turn < 20 && person.Step != "keep/keep"; turn++)
            await person.Say(person.Step switch { "leave-out/who" => TwoHelplines.Sealed, "recipient-consent/default" => "yes", _ => person.Kind switch { "review" => "confirm", "consent" => "no", _ => "skip" } });
        await person.Say("yes");
        var reference = Assert.Single(helplines.Received).Ref;
        await helplines.Answer(chat.Bot.Vault, "Hello.\nWe have <b>read</b> it.", withFile: true);

        await using var host = await Served.Over(chat.Bot);
        var page = await (await (await Form.First(host, "?lang=en")).Send(host, ("text", person.Code!))).Send(host, ("choice", "no"));
        var html = Regex.Replace(page.Html, "[\u2066-\u2069]", "");
        var letter = Assert.Single(Regex.Matches(html, "<article class=\"msg human\" data-from=\"bot\" data-author=\"human\".*?</article>", RegexOptions.Singleline)).Value;
        Assert.Matches($"<h2 class=\"from\"[^>]*>From [^<]+ \\({reference}\\), [^<]*2026:</h2>", letter);
        Assert.Contains("<p dir=\"auto\">Hello.\nWe have &lt;b&gt;read&lt;/b&gt; it.</p>", letter, StringComparison.Ordinal);
        Assert.Contains("<p>There is an answer for you:</p>", html, StringComparison.Ordinal);
        Assert.Contains("<p>A file was with it. Files are not taken here.</p>", html, StringComparison.Ordinal);
    }

    [Fact]
    public void Each_letter_is_found_where_it_stands()
    {
        const string text = "News:\nFrom A, today:\nYes.\nFrom A, today:\nNo.\nthe end";
        var spans = LetterSpan.In(text, [("From A, today:", "Yes."), ("From A, today:", "No."), ("From B:", "Nothing.")]);
        Assert.Equal(["From A, today:\n|Yes.", "From A, today:\n|No."], spans.Select(s => text[s.At..s.Words] + "|" + text[s.Words..s.End]));
    }
}
