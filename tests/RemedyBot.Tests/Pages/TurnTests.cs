using System.Net;
using RemedyBot.Tests.Pages.Scripted;
using RemedyBot.Turns;

namespace RemedyBot.Tests.Pages;

public sealed class TurnTests
{
    [Fact]
    public async Task The_same_form_sent_twice_carries_the_same_id_and_shows_the_same_answer()
    {
        await using var host = await PageHost.Start();
        var form = await Form.First(host);
        var first = await form.Send(host, ("choice", "no"));
        var second = await form.Send(host, ("choice", "no"));

        var sent = host.Conversation.Requests.Skip(1).ToArray();
        Assert.Equal(sent[0].InboundId, sent[1].InboundId);
        Assert.Equal(form.Id, sent[0].InboundId);
        Assert.Equal(first.Count("data-step=\"safety/device\""), second.Count("data-step=\"safety/device\""));
    }

    [Fact]
    public async Task An_older_form_shows_the_present_question_with_the_words_kept()
    {
        await using var host = await PageHost.Start();
        var form = await Form.First(host);
        await form.Send(host, ("choice", "no"));
        var page = await form.Send(host, ("text", "other words"));
        Assert.Contains("data-step=\"safety/device\"", page.Html, StringComparison.Ordinal);
        Assert.Contains("\nother words</textarea>", page.Html, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_closed_conversation_says_so_and_offers_the_box_for_a_code()
    {
        await using var host = await PageHost.Start();
        var form = await Form.First(host);
        host.Conversation.Instead = request => request.Token == form.Token ? new(TurnStatus.Closed, "", "en", null, [], false, null) : null;
        var page = await form.Send(host, ("text", "secret words"));

        Assert.Contains("This is closed. If you kept a code, enter it here.", page.Html, StringComparison.Ordinal);
        Assert.Contains("data-topic=\"code\" data-kind=\"code\"", page.Html, StringComparison.Ordinal);
        Assert.Contains("inputmode=\"numeric\"", page.Html, StringComparison.Ordinal);
        Assert.DoesNotContain("secret words", page.Html, StringComparison.Ordinal);
        Assert.NotEqual(form.Token, page.Token);
        Assert.Null(host.Conversation.Requests.Last().Token);
    }

    [Fact]
    public async Task After_an_end_the_next_words_begin_a_new_conversation()
    {
        await using var host = await PageHost.Start();
        var form = await Form.First(host);
        var ended = await form.Send(host, ("wish", "erase"));
        Assert.NotEqual(form.Token, ended.Token);
        var next = await ended.Send(host, ("text", "hello"));
        Assert.DoesNotContain(PageTextsFile.English["closed"], next.Html, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_language_chosen_on_the_first_page_is_not_asked_for_again()
    {
        await using var host = await PageHost.Start();
        var form = await Form.First(host, "?lang=ar");
        await form.Send(host, ("choice", "no"));
        Assert.All(host.Conversation.Requests, request => Assert.Equal("ar", request.Language));
        await (await Form.First(host)).Send(host, ("choice", "no"));
        Assert.Null(host.Conversation.Requests.Last().Language);
    }

    [Fact]
    public async Task When_many_write_the_form_is_given_back_as_it_was_filled_in()
    {
        await using var host = await PageHost.Start();
        var form = await Form.First(host);
        host.Conversation.Instead = _ => new(TurnStatus.Busy, "", "en", null, [], false, null);
        using var answer = await form.Post(host, ("choice", "no"), ("text", "my words"));
        var page = new Form(await answer.Content.ReadAsStringAsync());

        Assert.Equal(HttpStatusCode.ServiceUnavailable, answer.StatusCode);
        Assert.Equal(form.Token, page.Token);
        Assert.Equal(form.Id, page.Id);
        Assert.Equal("no", page.Hidden("choice"));
        Assert.Contains("\nmy words</textarea>", page.Html, StringComparison.Ordinal);

        host.Conversation.Instead = null;
        await page.Send(host, ("text", "my words"));
        Assert.Equal("no", host.Conversation.Requests.Last().Text);
    }

    [Fact]
    public async Task A_fault_of_ours_is_told_kindly_and_without_its_text()
    {
        await using var host = await PageHost.Start();
        var form = await Form.First(host);
        host.Conversation.Instead = _ => throw new InvalidOperationException("the inside of the machine");
        using var answer = await form.Post(host, ("text", "my words"));
        var page = await answer.Content.ReadAsStringAsync();
        Assert.Equal(HttpStatusCode.InternalServerError, answer.StatusCode);
        Assert.Contains(PageTextsFile.English["error-ours"], page, StringComparison.Ordinal);
        Assert.DoesNotContain("inside of the machine", page, StringComparison.Ordinal);
        Assert.Contains("my words", page, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("text/html,*/*;q=0.8", true)]
    [InlineData("application/json", false)]
    public async Task An_address_where_nothing_is_leads_a_person_to_the_first_page(string accepted, bool page)
    {
        await using var host = await PageHost.Start();
        using var asked = new HttpRequestMessage(HttpMethod.Get, "old-link");
        asked.Headers.Accept.ParseAdd(accepted);

        using var answer = await host.Client.SendAsync(asked);

        Assert.Equal(HttpStatusCode.NotFound, answer.StatusCode);
        var body = await answer.Content.ReadAsStringAsync();
        Assert.Equal(page, body.Contains(PageTextsFile.English["error-missing"], StringComparison.Ordinal));
        Assert.DoesNotContain("old-link", body, StringComparison.Ordinal);
    }

    [Fact]
    public async Task The_summary_can_be_had_as_a_file_whose_name_tells_nothing()
    {
        await using var host = await PageHost.Start([IntakeScript.Turns[5]]);
        var page = await Form.First(host);
        Assert.Contains("name=\"save\"", page.Html, StringComparison.Ordinal);
        Assert.Contains("Someone else may find it.", page.Html, StringComparison.Ordinal);

        using var answer = await page.Post(host, ("save", "file"), ("copy", page.Hidden("copy")));
        Assert.Equal("notes.txt", answer.Content.Headers.ContentDisposition?.FileName);
        Assert.Equal("attachment", answer.Content.Headers.ContentDisposition?.DispositionType);
        // What is kept asks nothing.
        Assert.Equal('\uFEFF' + IntakeScript.Summary[..IntakeScript.Summary.LastIndexOf('\n')], System.Text.Encoding.UTF8.GetString(await answer.Content.ReadAsByteArrayAsync()));
        Assert.Single(host.Conversation.Requests);
    }

    [Fact]
    public async Task Each_slip_is_copied_and_saved_by_itself()
    {
        string[] slips = ["eyJhbGciOiJFUzI1NiJ9.eyJyZWYiOiJSQi0xIn0.one_-", "eyJhbGciOiJFUzI1NiJ9.eyJyZWYiOiJSQi0yIn0.two_-"];
        await using var host = await PageHost.Start([new(_ => [.. slips.Select((slip, at) => new OutMessage { Step = "slip/slip", Topic = "handoff", Kind = "say", Text = $"Slip: Helpline {at}\n\u2066{slip}\u2069", Paper = slip })])]);
        var page = await Form.First(host);
        foreach (var slip in slips)
        {
            Assert.Equal(1, page.Count($"<code class=\"paper\" dir=\"ltr\" translate=\"no\">{slip}</code>"));
            Assert.Equal(1, page.Count($"data-copy=\"{slip}\""));
            Assert.Equal(1, page.Count($"name=\"save\" value=\"{slip}\""));
            using var answer = await page.Post(host, ("save", slip));
            Assert.Equal("notes.txt", answer.Content.Headers.ContentDisposition?.FileName);
            Assert.Equal(slip, System.Text.Encoding.UTF8.GetString(await answer.Content.ReadAsByteArrayAsync()));
        }

        Assert.Single(host.Conversation.Requests);
    }

    [Fact]
    public async Task Before_the_first_word_each_language_is_a_link_and_afterwards_a_wish()
    {
        await using var host = await PageHost.Start();
        var first = await Form.First(host);
        Assert.Contains("href=\"/?lang=ar\" lang=\"ar\" hreflang=\"ar\" dir=\"rtl\"", first.Html, StringComparison.Ordinal);
        var second = await first.Send(host, ("choice", "no"));
        Assert.DoesNotContain("?lang=", second.Html.Replace("/?lang", "?lang", StringComparison.Ordinal).Split("<script")[0], StringComparison.Ordinal);
        Assert.Equal(1, second.Count("name=\"wish\" value=\"language\""));
        Assert.Contains("form=\"f\" name=\"wish\" value=\"language\"", second.Html, StringComparison.Ordinal);
    }
}
