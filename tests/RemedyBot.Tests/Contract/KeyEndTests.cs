using Microsoft.Extensions.Time.Testing;
using RemedyBot.Handoff.Delivery;
using RemedyBot.Tests.Handoff.Senders;

namespace RemedyBot.Tests.Contract;

/// <summary>Helplines whose OpenPGP keys end.</summary>
public sealed class KeyEndTests
{
    private static readonly PgpPair Pair = PgpPair.Make(AChat.Now.UtcDateTime.AddDays(-10), TimeSpan.FromDays(20));
    private readonly FakeTimeProvider _time = new(AChat.Now);

    [Fact]
    public async Task A_helpline_whose_key_has_ended_is_not_asked_about()
    {
        var helplines = Helplines();
        await using var chat = await AChat.Open(desk: false, helplines: helplines);
        _time.Advance(TimeSpan.FromDays(10));
        chat.Later(10);
        var person = await SaidUpTo("keep/keep", chat);
        Assert.Equal("keep/keep", person.Step);
        Assert.Empty(helplines.Received);
        Assert.Contains("has ended", Assert.Single(helplines.Directory.All).Why, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_helpline_whose_key_ends_later_can_be_written_to_until_then_and_the_person_is_told()
    {
        var helplines = Helplines();
        await using var chat = await AChat.Open(desk: false, helplines: helplines);
        var person = await SaidUpTo("recipient-consent/default", chat);
        await person.Say("yes");
        if (person.Step == "recipient-consent/beyond")
            await person.Say("no");
        Assert.Equal(ParcelForm.OpenPgp, Assert.Single(helplines.Received).Form);
        await person.Say("yes");
        var code = person.Code!;
        await helplines.Answer(chat.Bot.Vault, "We have read it.");
        _time.Advance(TimeSpan.FromDays(11));
        chat.Later(11);
        person = await chat.Greet("en", code);
        await person.Say("no");
        Assert.Contains("We have read it.", person.Texts, StringComparison.Ordinal);
        Assert.Contains("cannot be written to from here any more", person.Texts, StringComparison.Ordinal);
        Assert.Equal("return/menu", person.Step);
    }

    [Fact]
    public void An_operator_is_warned_thirty_days_before()
    {
        var helplines = Helplines(PgpPair.Make(AChat.Now.UtcDateTime, TimeSpan.FromDays(40)));
        Assert.Null(Assert.Single(helplines.Directory.All).Warning);
        _time.Advance(TimeSpan.FromDays(10));
        Assert.Contains("ends on 2027-01-01", Assert.Single(helplines.Directory.All).Warning, StringComparison.Ordinal);
        Assert.Single(helplines.Directory.Offered);
        _time.Advance(TimeSpan.FromDays(30));
        Assert.Null(Assert.Single(helplines.Directory.All).Warning);
        Assert.Empty(helplines.Directory.Offered);
    }

    [Fact]
    public async Task A_system_that_takes_notices_only_is_never_asked_about_and_told_that_a_case_waits_at_the_desk()
    {
        var helplines = new TwoHelplines(bell: card => card.Id == TwoHelplines.Clear);
        await using var chat = await AChat.Open(helplines: helplines);
        Assert.Equal([TwoHelplines.Sealed], helplines.Directory.Offered.Select(card => card.Id));
        var person = await SaidUpTo("leave-out/who", chat);
        Assert.DoesNotContain(TwoHelplines.Clear, person.Choices);
        await person.Say("skip");
        await person.Say("yes");
        if (person.Step == "recipient-consent/beyond")
            await person.Say("no");
        await person.Say("no");
        var notice = Assert.Single(helplines.Received);
        Assert.Equal((ParcelForm.Notice, TwoHelplines.Clear, ""), (notice.Form, notice.Recipient.Id, notice.Content));
    }

    private TwoHelplines Helplines(PgpPair? pair = null) => new($$"""
        format: 1
        recipients:
          - id: hl.test.mail
            kind: helpline
            name: Mail Helpline
            answer_days: 3
            system: mail
            fingerprint: {{(pair ?? Pair).Fingerprint}}
            key: |
        {{string.Join('\n', (pair ?? Pair).Armored.ReplaceLineEndings("\n").Split('\n').Select(line => "      " + line))}}
        """, _time);

    private static async Task<Person> SaidUpTo(string step, AChat chat)
    {
        var person = await chat.Greet();
        foreach (var answer in new[] { "no", "no", "adult", "abuse.harassment", "unknown" })
            await person.Say(answer);
        for (var turn = 0; turn < 60 && person.Step != step; turn++)
            await person.Say(person.Kind switch { "review" => "confirm", "date" => "2026-11-20", _ => "skip" });
        return person;
    }
}
