using System.Text.Json.Nodes;
using FsCheck;
using FsCheck.Fluent;
using FsCheck.Xunit;
using RemedyBot.Commands;
using RemedyBot.Handoff.Consent;
using RemedyBot.Handoff.Delivery;
using RemedyBot.Handoff.Sealing;
using RemedyBot.Remedy.Cases;

namespace RemedyBot.Tests.Contract;

/// <summary>What recipients beside the desk are sent, and what the person is told of it.</summary>
public sealed class HelplineTests
{
    private static readonly string[] CardGroups = ["g1", "g3", "g4", "g6"];

    [Property(MaxTest = 12)]
    public Property No_field_outside_the_groups_said_yes_to_enters_a_parcel() =>
        Prop.ForAll(Gen.SubListOf("g1", "g3", "g6").Where(g => g.Count > 0).ToArbitrary(), groups =>
        {
            var sent = Sent(groups).GetAwaiter().GetResult();
            var bundle = JsonNode.Parse(sent.Content)!["projection"]!.AsObject();
            var found = Paths(bundle, "").Select(FieldTable.Current.Find).OfType<Field>()
                .Select(f => f.Path is "/person/under_18" ? "g3" : f.Group).Where(g => g is not "envelope").Distinct().ToList();
            return found.TrueForAll(groups.Contains) && found.TrueForAll(CardGroups.Contains)
                && !sent.Content.Contains("Marisol", StringComparison.Ordinal) && !(sent.Text ?? "").Contains("Marisol", StringComparison.Ordinal);
        });

    [Fact]
    public async Task Somebody_who_is_left_out_is_never_asked_about_and_gets_nothing()
    {
        var helplines = new TwoHelplines();
        await using var chat = await AChat.Open(helplines: helplines);
        var person = await UpTo("leave-out/who", chat);
        await person.Say($"{TwoHelplines.Sealed}, {TwoHelplines.Clear}");
        Assert.Equal("desk", person.Last.GetProperty("recipient").GetProperty("id").GetString());
        await Consent(person, "yes");
        Assert.Equal("keep/keep", person.Step);
        Assert.Empty(helplines.Received);
    }

    [Fact]
    public async Task A_case_for_a_key_goes_sealed_and_a_withdrawal_follows_it_and_is_confirmed()
    {
        var helplines = new TwoHelplines();
        await using var chat = await AChat.Open(helplines: helplines);
        var person = await UpTo("leave-out/who", chat);
        await person.Say("skip");
        await person.Say("no");
        await Consent(person, "yes");
        var sent = Assert.Single(helplines.Received);
        Assert.Equal(ParcelForm.Jwe, sent.Form);
        Assert.NotNull(SealedCase.OpenDocument(sent.Content, helplines.Key));
        await person.Say("no");
        await person.Say("change");
        await person.Say("/consent/" + TwoHelplines.Sealed);
        await person.Say("yes");
        var notice = helplines.Received[^1];
        Assert.Equal((ParcelForm.Withdrawal, sent.Ref), (notice.Form, notice.Ref));
        Assert.Equal(sent.Ref, WithdrawalNotice.Verify(notice.Content, SignKeySet.Of(chat.Bot.Vault.Signing))!.Ref);
        Assert.Empty(person.Handoffs);
    }

    [Theory]
    [InlineData("request-tracker", "yes", ParcelForm.Jwe, "ticket_api")]
    [InlineData("request-tracker", "no", ParcelForm.Clear, "ticket_api")]
    [InlineData("zammad", "yes", ParcelForm.Jwe, "ticket_api")]
    [InlineData("webhook", "yes", ParcelForm.Jwe, "ticket_api")]
    [InlineData("file", "yes", ParcelForm.Jwe, null)]
    public async Task The_person_is_told_before_a_yes_that_a_system_shows_the_case_and_only_then_does_it(string system, string isSealed, ParcelForm form, string? channel)
    {
        using var key = OpeningKey.Create();
        var helplines = new TwoHelplines($$"""
            format: 1
            recipients:
              - {id: hl.test.own, kind: helpline, name: Own Helpline, answer_days: 3, system: {{system}}, sealed: {{isSealed}}, key: '{{key.Public.ToJwk()}}', fingerprint: {{key.Public.Kid}}}
            """);
        await using var chat = await AChat.Open(desk: false, helplines: helplines);
        var person = await UpTo("recipient-consent/default", chat);
        Assert.Equal(form == ParcelForm.Clear, person.Texts.Contains("shows your case to its staff, and may also e-mail it", StringComparison.Ordinal));
        await Consent(person, "yes");
        var sent = Assert.Single(helplines.Received);
        Assert.Equal((form, form == ParcelForm.Clear), (sent.Form, sent.Text is not null));
        var projection = form == ParcelForm.Clear ? JsonNode.Parse(sent.Content)!["projection"]! : JsonNode.Parse(SealedCase.OpenDocument(sent.Content, key)!.Json)!;
        Assert.Equal(channel, (string?)projection["consent"]![0]!["channel"]);
    }

    [Fact]
    public async Task What_is_still_waiting_when_it_is_taken_back_never_leaves()
    {
        var helplines = new TwoHelplines { Down = true };
        await using var chat = await AChat.Open(desk: false, helplines: helplines);
        var person = await UpTo("leave-out/who", chat);
        await person.Say(TwoHelplines.Clear);
        await Consent(person, "yes");
        await person.Say("change");
        await person.Say("/consent/" + TwoHelplines.Sealed);
        helplines.Down = false;
        await person.Say("yes");
        Assert.DoesNotContain(helplines.Received, p => p.IsCase);
    }

    [Fact]
    public async Task What_the_person_writes_back_goes_sealed_into_the_same_case_and_the_slip_can_be_verified()
    {
        var helplines = new TwoHelplines();
        await using var chat = await AChat.Open(desk: false, helplines: helplines);
        var person = await UpTo("leave-out/who", chat);
        await person.Say(TwoHelplines.Clear);
        await Consent(person, "yes");
        var held = Assert.Single(helplines.Received);
        await person.Say("yes");
        var code = person.Code!;
        await helplines.Answer(chat.Bot.Vault, "We have read it.");
        person = await chat.Greet("en", code);
        await person.Say("no");
        Assert.Equal(2, person.Texts.Split("We have read it.").Length);
        Assert.Contains("T-1001", person.Texts, StringComparison.Ordinal);
        await person.Say("We talked on Monday.");
        await person.Say("yes");
        var answer = helplines.Received[^1];
        Assert.Equal((ParcelForm.Answer, held.Ref), (answer.Form, answer.Ref));
        Assert.DoesNotContain("Monday", answer.Content, StringComparison.Ordinal);
        Assert.Contains("We talked on Monday.", System.Text.Encoding.UTF8.GetString(Envelope.Open(answer.Sealed!, helplines.Key, new(TwoHelplines.Sealed, held.Ref))!), StringComparison.Ordinal);

        await person.Say("copy");
        await person.Say("copy");
        var slip = person.Texts.Split('\n').Select(l => l.Trim('\u2066', '\u2067', '\u2068', '\u2069')).First(l => l.StartsWith("eyJ", StringComparison.Ordinal));
        var paper = SignedPaper.Read(slip, SignKeySet.Of(chat.Bot.Vault.Signing))!;
        Assert.Equal(("slip", held.Ref), (paper.Kind, paper.Ref));
        Assert.DoesNotContain(TwoHelplines.Sealed, paper.Json, StringComparison.Ordinal);
    }

    [Fact]
    public async Task What_the_person_wrote_back_and_did_not_arrive_is_told_with_another_way_until_something_does()
    {
        var helplines = new TwoHelplines();
        await using var chat = await AChat.Open(helplines: helplines);
        var person = await UpTo("leave-out/who", chat);
        await person.Say(TwoHelplines.Clear);
        await person.Say("no");
        await Consent(person, "yes");
        await person.Say("yes");
        var code = person.Code!;
        await helplines.Answer(chat.Bot.Vault, "We have read it.");
        helplines.Refuses = ParcelForm.Answer;
        person = await WriteBack(await chat.Greet("en", code), "Lost words.");
        Assert.DoesNotContain("No word came", person.Texts, StringComparison.Ordinal);
        await person.Say("finish");

        person = await chat.Greet("en", code);
        helplines.Refuses = null;
        await person.Say("no");
        Assert.Contains("No word came that what you wrote back arrived", person.Texts, StringComparison.Ordinal);
        Assert.Contains("There is an answer for you.", person.Texts, StringComparison.Ordinal);
        await person.Say("The same words again.");
        await person.Say("yes");
        Assert.Contains("send", person.Choices);
        await person.Say("finish");
        Assert.Equal(2, helplines.Received.Count);

        person = await chat.Greet("en", code);
        await person.Say("no");
        Assert.DoesNotContain("No word came", person.Texts, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_withdrawal_that_could_not_be_delivered_is_told_with_whom_to_write_to_until_it_is()
    {
        var helplines = new TwoHelplines();
        await using var chat = await AChat.Open(desk: false, helplines: helplines);
        var code = await Kept(chat.Greet(), TwoHelplines.Clear);
        helplines.Refuses = ParcelForm.Withdrawal;
        await TakeBack(await chat.Greet("en", code), TwoHelplines.Sealed);
        var told = (await (await chat.Greet("en", code)).Say("no")).Texts;
        Assert.Contains("they may still have it. You can write to Sealed Helpline yourself", told, StringComparison.Ordinal);
        Assert.Contains(Assert.Single(helplines.Received).Ref, told, StringComparison.Ordinal);
        Assert.DoesNotContain("They are asked to delete it", told, StringComparison.Ordinal);

        helplines.Refuses = null;
        Assert.Equal(1, await new OutboxList(chat.Bot.Vault.Outbox, TimeProvider.System).RetryAsync(null, default));
        await chat.Bot.Dispatcher.RunOnceAsync(default);
        Assert.True(helplines.Received[^1] is { Form: ParcelForm.Withdrawal, Arrived: true });
        told = (await (await chat.Greet("en", code)).Say("no")).Texts;
        Assert.Contains("the request to delete it was delivered", told, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_withdrawal_that_waits_when_all_is_erased_still_goes_once_and_leaves_no_letter()
    {
        var helplines = new TwoHelplines();
        await using var chat = await AChat.Open(desk: false, helplines: helplines);
        var code = await Kept(chat.Greet(), TwoHelplines.Clear);
        var held = Assert.Single(helplines.Received);
        helplines.Down = true;
        var person = await chat.Greet("en", code);
        await TakeBack(person, TwoHelplines.Sealed);
        await person.Say("erase", "yes");
        helplines.Down = false;
        for (var pass = 0; pass < 3; pass++)
        {
            chat.Later(0.1);
            await chat.Bot.Dispatcher.RunOnceAsync(default);
        }

        Assert.Equal([held.Ref], helplines.Received.Where(p => p.Form == ParcelForm.Withdrawal).Select(p => p.Ref));
        Assert.Empty(await chat.Bot.Vault.Letters.ReadAsync(System.Buffers.Text.Base64Url.DecodeFromChars(held.Box!.Id), default));
        Assert.Empty(await chat.Bot.Vault.Outbox.ListAsync(default));
    }

    [Fact]
    public async Task A_system_that_knows_no_such_case_has_not_confirmed_anything()
    {
        var helplines = new TwoHelplines { Down = true };
        await using var chat = await AChat.Open(desk: false, helplines: helplines);
        var code = await Kept(chat.Greet(), TwoHelplines.Clear);
        (helplines.Down, helplines.Forgets) = (false, true);
        await TakeBack(await chat.Greet("en", code), TwoHelplines.Sealed);
        for (var pass = 0; pass < 5; pass++)
        {
            chat.Later(0.1);
            await chat.Bot.Dispatcher.RunOnceAsync(default);
        }

        var told = (await (await chat.Greet("en", code)).Say("no")).Texts;
        Assert.Contains("Their system says that it has no case with this number", told, StringComparison.Ordinal);
        Assert.DoesNotContain("delivered", told, StringComparison.Ordinal);
    }

    [Fact]
    public async Task What_was_taken_back_before_it_left_is_told_so()
    {
        await using var chat = await AChat.Open(desk: false, helplines: new());
        var code = await Kept(Undelivered(chat), TwoHelplines.Clear);
        await TakeBack(await Undelivered(chat, code), TwoHelplines.Sealed);
        Assert.Contains("It had not left yet, so nobody got it", (await (await Undelivered(chat, code)).Say("no")).Texts, StringComparison.Ordinal);
        await chat.Bot.Dispatcher.RunOnceAsync(default);
        Assert.Empty(chat.Helplines!.Received);
        Assert.Contains("It had not left yet, so nobody got it", (await (await Undelivered(chat, code)).Say("no")).Texts, StringComparison.Ordinal);
    }

    [Fact]
    public async Task What_was_taken_back_from_the_desk_is_told_as_deleted()
    {
        await using var chat = await AChat.Open(helplines: new());
        var code = await Kept(chat.Greet(), TwoHelplines.Clear);
        await TakeBack(await chat.Greet("en", code), "desk");
        var told = (await (await chat.Greet("en", code)).Say("no")).Texts;
        Assert.Contains("Their copy here is deleted", told, StringComparison.Ordinal);
        Assert.DoesNotContain("asked to delete", told, StringComparison.Ordinal);
    }

    /// <summary>A case handed to everybody but one, and kept.</summary>
    private static async Task<string> Kept(Task<Person> greeted, string without)
    {
        var person = await UpTo("leave-out/who", await greeted);
        await person.Say(without);
        for (var turn = 0; turn < 9 && person.Step != "keep/keep"; turn++)
            await person.Say(person.Step == "recipient-consent/default" ? "yes" : person.Kind == "consent" ? "no" : "skip");
        await person.Say("yes");
        return person.Code!;
    }

    private static async Task TakeBack(Person person, string recipient) => await person.Say("no", "edit", "/consent/" + recipient, "yes");

    /// <summary>Somebody while no delivery is made.</summary>
    private static async Task<Person> Undelivered(AChat chat, string? code = null)
    {
        var person = new Person(new ChatTalk(chat.Bot, "en", deliver: false));
        await person.Begin(code);
        return person;
    }

    [Theory, InlineData("We have read it."), InlineData("")]
    public async Task A_file_that_a_helpline_sent_is_said_and_can_be_answered(string words)
    {
        var helplines = new TwoHelplines();
        await using var chat = await AChat.Open(helplines: helplines);
        var person = await UpTo("leave-out/who", chat);
        await person.Say(TwoHelplines.Clear);
        await person.Say("no");
        await Consent(person, "yes");
        await person.Say("yes");
        await helplines.Answer(chat.Bot.Vault, words, withFile: true);
        person = await chat.Greet("en", person.Code!);
        await person.Say("no");
        Assert.Contains((words.Length == 0 ? ":" : words) + "\nA file was with it. Files are not taken here.", person.Texts, StringComparison.Ordinal);
        await person.Say("Please write it down.");
        await person.Say("yes");
        Assert.Equal(2, helplines.Received.Count);
    }

    private static async Task<Person> WriteBack(Person person, string words)
    {
        await person.Say("no");
        await person.Say(words);
        await person.Say("yes");
        return person;
    }

    private static async Task<Parcel> Sent(IEnumerable<string> groups)
    {
        var helplines = new TwoHelplines();
        await using var chat = await AChat.Open(desk: false, helplines: helplines);
        var person = await UpTo("leave-out/who", chat);
        await person.Say(TwoHelplines.Sealed);
        await Consent(person, string.Join(", ", groups));
        return Assert.Single(helplines.Received);
    }

    /// <summary>The usual parts, and none of those that go beyond them.</summary>
    private static async Task Consent(Person person, string answer)
    {
        await person.Say(answer);
        if (person.Step == "recipient-consent/beyond")
            await person.Say("no");
    }

    private static async Task<Person> UpTo(string step, AChat chat) => await UpTo(step, await chat.Greet());

    private static async Task<Person> UpTo(string step, Person person)
    {
        foreach (var answer in new[] { "no", "no", "adult", "abuse.harassment", "unknown" })
            await person.Say(answer);
        while (person.Step != step)
            await person.Say(person.Kind switch { "review" => "confirm", "text" when person.Field == "/statement/original" => "Marisol wrote to me.", "date" => "2026-11-20", _ => "skip" });
        return person;
    }

    private static IEnumerable<string> Paths(JsonNode? node, string at) => node switch
    {
        JsonObject map => map.Where(m => m.Key != "consent").SelectMany(m => Paths(m.Value, $"{at}/{m.Key}")),
        JsonArray list => list.SelectMany(item => Paths(item, item is JsonObject ? at + "/-" : at)),
        _ => [at],
    };
}
