using System.Net;
using System.Text.RegularExpressions;
using RemedyBot.Tests.Pages.Scripted;

namespace RemedyBot.Tests.Pages;

public sealed partial class MarkupTests
{
    [Fact]
    public async Task A_bare_visit_shows_the_greeting_and_the_first_question_and_asks_the_conversation_for_nothing_more()
    {
        await using var host = await PageHost.Start();
        var page = await Form.First(host);

        var request = Assert.Single(host.Conversation.Requests);
        Assert.Null(request.Token);
        Assert.Null(request.Text);
        Assert.Equal(0, host.Conversation.Stored);
        Assert.Equal(3, page.Count("data-from=\"bot\""));
        Assert.Contains("data-step=\"safety/danger\" data-topic=\"safety\" data-kind=\"yesno\"", page.Html, StringComparison.Ordinal);
        Assert.DoesNotContain("data-from=\"person\"", page.Html, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Every_part_that_programs_rely_on_is_there_once()
    {
        await using var host = await PageHost.Start();
        var page = await Form.First(host);

        Assert.Equal(1, page.Count("<form "));
        Assert.Equal(1, page.Count("name=\"text\""));
        Assert.Equal(1, page.Count("data-send"));
        Assert.Equal(1, page.Count("data-exit"));
        foreach (var value in new[] { "yes", "no", "unknown" }) Assert.Equal(1, page.Count($"name=\"choice\" value=\"{value}\""));
        foreach (var wish in new[] { "back", "skip", "why", "language", "change", "so-far", "enough", "human", "stop", "erase", "help" }) Assert.Equal(1, page.Count($"name=\"wish\" value=\"{wish}\""));
    }

    [Fact]
    public async Task Next_steps_can_be_kept_as_the_summary_can()
    {
        await using var host = await PageHost.Start([new(_ =>
        [
            new() { Step = "next/fh", Topic = "next", Kind = "say", Text = "Keep the address of the profile." },
            new() { Step = "next/places", Topic = "routes", Kind = "say", Text = "A helpline: 116 111" },
            new() { Step = "feedback/helped", Topic = "feedback", Kind = "text", Text = "Did this help you?" },
        ])]);
        var page = await Form.First(host);
        Assert.Equal("Keep the address of the profile.\n\nA helpline: 116 111", page.Hidden("copy"));
        Assert.Equal(2, page.Count("data-kept lang="));
    }

    [Fact]
    public async Task The_exit_is_the_first_thing_that_takes_the_focus()
    {
        await using var host = await PageHost.Start();
        var body = (await Form.First(host)).Html.Split("<body>")[1];
        var first = Focusable().Matches(body).First(match => !match.Value.Contains("disabled", StringComparison.Ordinal));
        Assert.Contains("data-exit", first.Value, StringComparison.Ordinal);
        Assert.Contains("rel=\"noreferrer\"", first.Value, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Keys_that_only_the_script_hears_are_not_named_without_it()
    {
        await using var host = await PageHost.Start();
        Assert.Contains("<span class=\"keys\" hidden>", (await Form.First(host)).Html, StringComparison.Ordinal);
    }

    [Fact]
    public async Task The_enter_key_in_a_check_box_presses_a_button_that_does_nothing()
    {
        await using var host = await PageHost.Start();
        var first = Button().Match((await Form.First(host)).Html);
        Assert.Contains("disabled hidden", first.Value, StringComparison.Ordinal);
    }

    [Fact]
    public async Task An_answer_is_shown_with_the_persons_words_and_the_next_question_at_the_same_address()
    {
        await using var host = await PageHost.Start();
        var page = await (await Form.First(host)).Send(host, ("choice", "no"));

        Assert.Contains("data-from=\"person\"", page.Html, StringComparison.Ordinal);
        Assert.Contains("<p>No</p>", page.Html, StringComparison.Ordinal);
        Assert.Contains("data-step=\"safety/device\"", page.Html, StringComparison.Ordinal);
        Assert.Contains("action=\"/\"", page.Html, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Each_rendered_form_has_an_id_of_its_own()
    {
        await using var host = await PageHost.Start();
        var first = await Form.First(host);
        var second = await first.Send(host, ("choice", "no"));
        Assert.NotEqual(first.Id, second.Id);
        Assert.NotEqual(first.Id, (await Form.First(host)).Id);
    }

    [Fact]
    public async Task Numbers_and_links_of_a_message_can_be_tapped()
    {
        await using var host = await PageHost.Start();
        var page = await (await Form.First(host)).Send(host, ("choice", "no"));
        Assert.Contains("<a href=\"tel:112\" rel=\"noreferrer\" dir=\"ltr\">112</a>", page.Html, StringComparison.Ordinal);
        Assert.Contains("<a href=\"https://example.org/help\" rel=\"noreferrer\" target=\"_blank\">", page.Html, StringComparison.Ordinal);
    }

    [Fact]
    public async Task The_code_is_marked_where_it_stands_and_a_typed_one_is_not_shown_back()
    {
        await using var host = await PageHost.Start([IntakeScript.Turns[7], IntakeScript.Turns[8]]);
        var page = await Form.First(host);
        Assert.Equal(1, page.Count(IntakeScript.Code));
        Assert.Matches("<strong [^>]*data-code[^>]*>" + IntakeScript.Code, page.Html);

        var next = await page.Send(host, ("text", IntakeScript.Code));
        Assert.DoesNotContain("67890", next.Html, StringComparison.Ordinal);
        Assert.Contains(PageTextsFile.English["code-hidden"], next.Html, StringComparison.Ordinal);
    }

    [Fact]
    public async Task The_page_speaks_the_language_that_the_browser_wants_and_the_address_overrides_it()
    {
        await using var host = await PageHost.Start();
        host.Client.DefaultRequestHeaders.Add("Accept-Language", "xx;q=0.1, ar-EG;q=0.9, en;q=0.3");
        Assert.StartsWith("<!doctype html>\n<html lang=\"ar\" dir=\"rtl\">", (await Form.First(host)).Html, StringComparison.Ordinal);
        var english = await Form.First(host, "?lang=EN");
        Assert.StartsWith("<!doctype html>\n<html lang=\"en\" dir=\"ltr\">", english.Html, StringComparison.Ordinal);
        await english.Send(host, ("choice", "no"));
        Assert.Equal("en", host.Conversation.Requests.Last().Languages[0]);
    }

    [Fact]
    public async Task Nothing_is_loaded_from_anywhere_and_only_the_exit_leads_away()
    {
        await using var host = await PageHost.Start();
        var page = await Form.First(host);
        var addresses = Address().Matches(page.Html).Select(match => match.Groups[1].Value).Where(address => !address.StartsWith('/')).ToArray();
        Assert.Equal(2, addresses.Length);
        Assert.StartsWith("data:image/svg+xml,", addresses[0], StringComparison.Ordinal);
        Assert.Equal("https://www.wikipedia.org/", addresses[1]);
    }

    [Fact]
    public async Task A_language_is_offered_in_its_own()
    {
        var ask = new ScriptedTurn(_ => [new() { Step = "language/language", Topic = "language", Kind = "choice", Text = "Which?", Choices = [new("en", "English"), new("ar", "العربية")] }]);
        await using var host = await PageHost.Start([ask]);
        Assert.Contains("name=\"choice\" value=\"ar\" lang=\"ar\" dir=\"rtl\">العربية</button>", (await Form.First(host)).Html, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("رقمه +34 612 345 678 فقط", "<p>رقمه <bdi class=\"number\" dir=\"ltr\">+34 612 345 678</bdi> فقط</p>")]
    [InlineData("الرابط https://example.org/a?b=1", "<p>الرابط <bdi dir=\"ltr\">https://example.org/a?b=1</bdi></p>")]
    [InlineData("عمري 14 سنة", "<p>عمري 14 سنة</p>")]
    [InlineData("Call +34 612 345 678", "<p>Call +34 612 345 678</p>")]
    public async Task A_number_keeps_its_order_among_words_from_right_to_left(string said, string shown)
    {
        await using var host = await PageHost.Start();
        Assert.Contains(shown, (await (await Form.First(host)).Send(host, ("text", said))).Html, StringComparison.Ordinal);
    }

    [Fact]
    public async Task What_is_here_is_shown_line_by_line_as_in_the_review()
    {
        var held = new ScriptedTurn(_ => [new() { Step = "wish-so-far/held", Topic = "summary", Kind = "say", Text = "This is here:\nName: Peter" }, .. IntakeScript.Turns[8].Messages("en")]);
        await using var host = await PageHost.Start([held]);
        Assert.Contains("<span class=\"line\"><span class=\"label\">Name:</span> Peter", (await Form.First(host)).Html, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Answers_to_a_question_that_is_not_drawn_again_are_named_without_it()
    {
        var quiet = IntakeScript.Turns[0].Messages("en")[^1] with { Quiet = true };
        await using var host = await PageHost.Start([new ScriptedTurn(_ => [quiet])]);
        var page = await Form.First(host);
        Assert.Equal(0, page.Count("class=\"choices few\" role=\"group\" aria-labelledby"));
        Assert.Equal(1, page.Count("class=\"choices few\" role=\"group\" aria-label="));
    }

    [Fact]
    public async Task The_first_page_is_small_on_the_wire()
    {
        await using var host = await PageHost.Start();
        Assert.InRange((await host.Client.GetByteArrayAsync("/")).Length, 1, 30_000);

        using var packed = new HttpRequestMessage(HttpMethod.Get, "/") { Headers = { { "Accept-Encoding", "gzip, br" } } };
        using var answer = await host.Client.SendAsync(packed);
        Assert.Equal("br", Assert.Single(answer.Content.Headers.ContentEncoding));
        Assert.InRange((await answer.Content.ReadAsByteArrayAsync()).Length, 1, 10_000);
    }

    [Fact]
    public async Task What_holds_a_persons_words_is_never_compressed()
    {
        await using var host = await PageHost.Start();
        var form = await Form.First(host);
        using var post = new HttpRequestMessage(HttpMethod.Post, "/") { Content = form.Body(("text", "words")), Headers = { { "Accept-Encoding", "gzip, br" } } };
        using var answer = await host.Client.SendAsync(post);
        Assert.Equal(HttpStatusCode.OK, answer.StatusCode);
        Assert.Empty(answer.Content.Headers.ContentEncoding);
    }

    [GeneratedRegex("<(a|button|input|textarea|summary)[ >][^>]*>")]
    private static partial Regex Focusable();

    [GeneratedRegex("<button[^>]*>")]
    private static partial Regex Button();

    [GeneratedRegex("(?:href|src|action)=\"([^\"]*)\"")]
    private static partial Regex Address();
}
