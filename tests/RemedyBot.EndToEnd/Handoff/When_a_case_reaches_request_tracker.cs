using System.Text.Json.Nodes;
using RemedyBot.Handoff.Consent;
using RemedyBot.Handoff.Delivery;
using RemedyBot.Handoff.Delivery.RequestTracker;

namespace RemedyBot.EndToEnd.Handoff;

/// <summary>The real Request Tracker 5 of Debian, over REST2.</summary>
[Collection(HelplineSystems.Name)]
public sealed class When_a_case_reaches_request_tracker(Helpline helpline) : IDisposable
{
    private const string Id = "hl.one";
    private static readonly Recipient Recipient = new("helpline", Id, "Helpline One", null);
    private readonly Senders _senders = new(TimeProvider.System);

    private ISender Sender => _senders.For(Id, new RequestTrackerSettings(helpline.Tracker, helpline.Token, "RemedyBot"), Sending.Texts);

    [Fact]
    public async Task Staff_find_one_ticket_with_fields_text_and_file_and_nobody_as_requestor()
    {
        await using var sending = await Sending.OpenAsync(Sender);
        var prepared = sending.Prepare(Recipient);
        await sending.QueueAsync(prepared.Parcel);
        Assert.Equal(1, await sending.DispatchAsync());

        var ticket = Assert.Single(await helpline.TicketsAsync(prepared.Ref));
        var shown = (await helpline.AskAsync(HttpMethod.Get, "ticket/" + ticket))!;
        Assert.Empty(shown["Requestor"]!.AsArray());
        Assert.Equal("Case " + prepared.Ref, (string?)shown["Subject"]);
        Assert.Equal([prepared.Ref], Field(shown, "CaseRef"));
        Assert.Equal(["high"], Field(shown, "Urgency"));
        Assert.Equal(["ar"], Field(shown, "Language"));
        Assert.Equal(["ibsa.ncii", "priv.doxxing"], Field(shown, "HarmTypes").Order(StringComparer.Ordinal));
        var files = await helpline.AttachmentsAsync(ticket);
        Assert.Contains(files, file => file.Type == "text/plain" && file.Content.Contains(Sending.Words, StringComparison.Ordinal));
        Assert.Contains(files, file => file.Name == prepared.Ref + ".json");
        var letter = Assert.Single(await sending.LettersAsync(prepared));
        Assert.Equal((HandoffState.Delivered, "#" + ticket), (letter.State, letter.Reference));
    }

    [Fact]
    public async Task The_same_case_sent_again_and_at_once_stays_one_ticket()
    {
        await using var sending = await Sending.OpenAsync(Sender);
        var parcel = sending.Prepare(Recipient).Parcel;
        await Task.WhenAll(Enumerable.Range(0, 3).Select(_ => Sender.SendAsync(parcel, default)));
        var again = Assert.IsType<SendOutcome.Delivered>(await Sender.SendAsync(parcel, default));
        Assert.Equal("#" + Assert.Single(await helpline.TicketsAsync(parcel.Ref)), again.Reference);
        Assert.Empty(again.Lost);
    }

    [Fact]
    public async Task What_staff_reply_reaches_the_box_and_what_they_comment_does_not()
    {
        await using var sending = await Sending.OpenAsync(Sender);
        var prepared = sending.Prepare(Recipient);
        await sending.QueueAsync(prepared.Parcel);
        await sending.DispatchAsync();
        var ticket = Assert.Single(await helpline.TicketsAsync(prepared.Ref));
        await helpline.AskAsync(HttpMethod.Post, $"ticket/{ticket}/comment", Said("Between us: look at this one first."));
        await helpline.AskAsync(HttpMethod.Post, $"ticket/{ticket}/correspond", Said("<p>We can <b>help</b>.</p><p>نحن هنا</p>", "text/html"));
        await sending.QueueAsync(Sending.Answer(Recipient, prepared, "Thank you. شكرا"));
        Assert.Equal(1, await sending.DispatchAsync());

        Assert.Equal(1, await sending.PollAsync());
        Assert.Equal(0, await sending.PollAsync());
        var note = (await sending.LettersAsync(prepared))[^1];
        Assert.Equal((HandoffState.Answered, "We can help.\nنحن هنا"), (note.State, note.Text));
        Assert.Contains(await helpline.AttachmentsAsync(ticket), file => file.Content.Contains("Thank you. شكرا", StringComparison.Ordinal));

        await helpline.AskAsync(HttpMethod.Put, "ticket/" + ticket, new JsonObject { ["Status"] = "resolved" });
        await sending.PollAsync();
        Assert.Equal(HandoffState.Done, (await sending.LettersAsync(prepared))[^1].State);
    }

    [Fact]
    public async Task A_ticket_that_staff_take_is_accepted_and_one_that_they_moved_and_renamed_is_found()
    {
        await using var sending = await Sending.OpenAsync(Sender);
        var (prepared, ticket) = await DeliveredAsync(sending);
        Assert.Equal(0, await sending.PollAsync());
        await helpline.AskAsync(HttpMethod.Put, "ticket/" + ticket, new JsonObject { ["Owner"] = "root" });
        Assert.Equal((1, 0), (await sending.PollAsync(), await sending.PollAsync()));
        Assert.Equal(HandoffState.Accepted, (await sending.LettersAsync(prepared))[^1].State);

        await helpline.AskAsync(HttpMethod.Put, "ticket/" + ticket, new JsonObject { ["Queue"] = "Lawyers", ["Subject"] = "Urgent" });
        await sending.QueueAsync(Sending.Answer(Recipient, prepared, "Thank you."));
        Assert.Equal(1, await sending.DispatchAsync());
        await helpline.AskAsync(HttpMethod.Put, "ticket/" + ticket, new JsonObject { ["Status"] = "resolved" });
        await sending.QueueAsync(sending.Withdrawal(prepared));
        Assert.Equal(1, await sending.DispatchAsync());
        Assert.Contains(await helpline.AttachmentsAsync(ticket), file => file.Name == prepared.Ref + ".withdrawal.jws");
        Assert.Equal("open", (string?)(await helpline.AskAsync(HttpMethod.Get, "ticket/" + ticket))!["Status"]);
    }

    [Fact]
    public async Task After_a_merge_words_go_both_ways_and_the_other_requestor_hears_nothing_of_them()
    {
        await using var sending = await Sending.OpenAsync(Sender);
        var (prepared, ticket) = await DeliveredAsync(sending);
        await sending.PollAsync();
        var opened = await helpline.AskAsync(HttpMethod.Post, "ticket", new JsonObject
        {
            ["Queue"] = "RemedyBot",
            ["Subject"] = "Another",
            ["Requestor"] = "other@mail.test",
            ["Content"] = "Hello.",
            ["ContentType"] = "text/plain",
        });
        var other = (string)opened!["id"]!;
        await helpline.AskAsync(HttpMethod.Post, $"ticket/{other}/correspond", Said("To somebody else."));
        await helpline.AskAsync(HttpMethod.Post, $"ticket/{ticket}/correspond", Said("To this person."));
        await helpline.AskAsync(HttpMethod.Put, "ticket/" + ticket, new JsonObject { ["MergeInto"] = other });
        await helpline.AskAsync(HttpMethod.Post, $"ticket/{other}/correspond", Said("To both."));
        Assert.Equal(2, await sending.PollAsync());
        Assert.Equal(["To this person.", "To both."], (await sending.LettersAsync(prepared)).Select(note => note.Text).OfType<string>());

        await sending.QueueAsync(Sending.Answer(Recipient, prepared, "Canary for the helpline alone."));
        Assert.Equal(1, await sending.DispatchAsync());
        Assert.Single(await helpline.AttachmentsAsync(other), file => file.Content.Contains("Canary for the helpline alone.", StringComparison.Ordinal));
        Assert.Contains("To both.", helpline.SentByTracker, StringComparison.Ordinal);
        Assert.DoesNotContain("Canary for the helpline alone.", helpline.SentByTracker, StringComparison.Ordinal);
        Assert.Equal(0, await sending.PollAsync());
    }

    [Fact]
    public async Task A_large_file_is_left_out_and_said_a_small_text_is_read_and_a_strangers_mail_is_nobodys_answer()
    {
        await using var sending = await Sending.OpenAsync(Sender);
        var (prepared, ticket) = await DeliveredAsync(sending);
        var words = Said("<p>See the form.</p>", "text/html");
        words["Attachments"] = new JsonArray(File("form.pdf", "application/pdf", new byte[5_000_000]), File("steps.txt", "text/plain", "First: نحن هنا"u8.ToArray()));
        await helpline.AskAsync(HttpMethod.Post, $"ticket/{ticket}/correspond", words);
        await helpline.GatewayAsync($"From: stranger@mail.test\nTo: intake@helpline.test\nSubject: Re: [helpline.test #{ticket}] Case\nMessage-ID: <1@mail.test>\n\nCome alone.\n");
        Assert.Contains(await helpline.AttachmentsAsync(ticket), file => file.Content.Contains("Come alone.", StringComparison.Ordinal));
        Assert.Equal((1, 0), (await sending.PollAsync(), await sending.PollAsync()));
        var note = (await sending.LettersAsync(prepared))[^1];
        Assert.Equal(("See the form.\n\nFirst: نحن هنا", true), (note.Text, note.FileLeftOut));
    }

    [Fact]
    public async Task A_withdrawal_stands_once_in_the_same_ticket()
    {
        await using var sending = await Sending.OpenAsync(Sender);
        var prepared = sending.Prepare(Recipient);
        await sending.QueueAsync(prepared.Parcel);
        await sending.DispatchAsync();
        var withdrawal = sending.Withdrawal(prepared);
        await sending.QueueAsync(withdrawal);
        await sending.DispatchAsync();
        Assert.IsType<SendOutcome.Delivered>(await Sender.SendAsync(withdrawal, default));
        var files = await helpline.AttachmentsAsync(Assert.Single(await helpline.TicketsAsync(prepared.Ref)));
        Assert.Single(files, file => file.Name == prepared.Ref + ".withdrawal.jws");
        Assert.Equal(HandoffState.Withdrawn, (await sending.LettersAsync(prepared))[^1].State);
        Assert.DoesNotContain("Case RB-", helpline.SentByTracker, StringComparison.Ordinal);
    }

    [Fact]
    public async Task The_end_of_a_consent_is_said_once_in_the_same_ticket_and_not_read_back()
    {
        await using var sending = await Sending.OpenAsync(Sender);
        var prepared = sending.Prepare(Recipient);
        await sending.QueueAsync(prepared.Parcel);
        await sending.DispatchAsync();
        Assert.Equal((1, 0), (await sending.RemindAsync(), await sending.RemindAsync()));
        var files = await helpline.AttachmentsAsync(Assert.Single(await helpline.TicketsAsync(prepared.Ref)));
        Assert.Single(files, file => file.Content.Contains($"The consent for {prepared.Ref} ends soon.", StringComparison.Ordinal));
        Assert.Equal(0, await sending.PollAsync());
    }

    [Fact]
    public async Task A_wrong_token_and_a_wrong_queue_say_why()
    {
        await using var sending = await Sending.OpenAsync(Sender);
        var parcel = sending.Prepare(Recipient).Parcel;
        var token = _senders.For(Id, new RequestTrackerSettings(helpline.Tracker, "1-14-wrong", "RemedyBot"), Sending.Texts);
        Assert.Equal(new SendOutcome.TryLater(Reasons.NotAuthorised), await token.SendAsync(parcel, default));
        var queue = _senders.For(Id, new RequestTrackerSettings(helpline.Tracker, helpline.Token, "Nowhere"), Sending.Texts);
        Assert.Equal(new SendOutcome.TryLater(Reasons.NotAuthorised), await queue.SendAsync(parcel, default));
    }

    public void Dispose() => _senders.Dispose();

    private async Task<(PreparedHandoff Prepared, string Ticket)> DeliveredAsync(Sending sending)
    {
        var prepared = sending.Prepare(Recipient);
        await sending.QueueAsync(prepared.Parcel);
        Assert.Equal(1, await sending.DispatchAsync());
        return (prepared, Assert.Single(await helpline.TicketsAsync(prepared.Ref)));
    }

    private static JsonObject File(string name, string type, byte[] content) => new() { ["FileName"] = name, ["FileType"] = type, ["FileContent"] = Convert.ToBase64String(content) };

    private static JsonObject Said(string words, string type = "text/plain") => new() { ["Content"] = words, ["ContentType"] = type };

    private static IReadOnlyList<string> Field(JsonNode ticket, string name) =>
        [.. ticket["CustomFields"]!.AsArray().First(field => (string?)field!["name"] == name)!["values"]!.AsArray().Select(value => (string)value!)];
}
