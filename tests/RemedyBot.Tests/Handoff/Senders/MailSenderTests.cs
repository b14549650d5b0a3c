using RemedyBot.Handoff.Delivery;
using RemedyBot.Handoff.Delivery.Mail;
using RemedyBot.Handoff.Sealing;

namespace RemedyBot.Tests.Handoff.Senders;

public sealed class MailSenderTests
{
    [Fact]
    public async Task Nothing_is_sent_to_a_key_that_has_expired_and_the_dead_letter_says_so()
    {
        await using var it = await Underway.OpenAsync("mail");
        var rig = (MailRig)it.Rig;
        var prepared = await it.HandOverAsync();
        var old = PgpPair.Old;
        var sender = new MailSender(SenderRig.RecipientId, rig.Settings with { Port = rig.Fake.Port, Key = old.Armored, Fingerprint = old.Fingerprint }, SenderRig.Texts, it.Desk.Time);
        Assert.Equal(new DateTimeOffset(2025, 10, 28, 0, 0, 0, TimeSpan.Zero), sender.KeyEnds);
        Assert.Equal(1, await it.DispatcherOf(sender).RunOnceAsync(default));
        Assert.Empty(rig.Fake.Letters);
        Assert.Equal(Reasons.KeyExpired, Assert.Single(await it.List.ListAsync(default)).Dead);
        Assert.Single(await it.Desk.LettersAsync(prepared));
        // A request to delete holds nothing that a stolen key could open.
        Assert.IsType<SendOutcome.Delivered>(await sender.SendAsync(it.Withdrawal(prepared), default));
    }

    [Fact]
    public async Task An_e_mail_to_a_person_holds_her_address_and_the_sentence_and_nothing_to_know_it_by()
    {
        await using var it = await Underway.OpenAsync("mail");
        var rig = (MailRig)it.Rig;
        var draft = new LateNotice("reader@mail.example", "Reminder", "This is the reminder that you asked for.").ToDraft(1, it.Desk.Today, ADesk.Random);
        Assert.Equal(new DateTimeOffset(2026, 11, 23, 12, 0, 0, TimeSpan.Zero), draft.Due);
        var sender = new NoticeSender(new MailServer("127.0.0.1", rig.Fake.Port, MailSecurity.None, "post@bot.example"), it.Desk.Time);
        var parcel = Parcel.Read(draft.Payload.Span)!;
        Assert.IsType<SendOutcome.Delivered>(await sender.SendAsync(parcel, default));
        // One e-mail was said yes to: what may have arrived is not sent again.
        Assert.IsType<SendOutcome.Delivered>(await sender.SendAsync(parcel with { Repeat = true }, default));
        var letter = Assert.Single(rig.Fake.Letters);
        Assert.Contains("To: reader@mail.example", letter, StringComparison.Ordinal);
        Assert.Contains("Subject: Reminder", letter, StringComparison.Ordinal);
        Assert.DoesNotContain("RB-", letter, StringComparison.Ordinal);
        Assert.DoesNotContain("remedy", letter, StringComparison.OrdinalIgnoreCase);
        Assert.Equal("This is the reminder that you asked for.", letter[(letter.IndexOf("\r\n\r\n", StringComparison.Ordinal) + 4)..].Trim());
    }

    [Fact]
    public async Task An_e_mail_to_a_person_whose_answer_was_lost_is_not_sent_again()
    {
        await using var it = await Underway.OpenAsync("mail");
        var rig = (MailRig)it.Rig;
        await it.Desk.Vault.Outbox.AddAsync(new LateNotice("reader@mail.example", "Reminder", "As you asked.").ToDraft(1, it.Desk.Today, ADesk.Random), default);
        it.Desk.Time.Advance(TimeSpan.FromHours(27));
        rig.Expect(Trouble.LostAnswer);
        var dispatcher = it.DispatcherOf(new NoticeSender(new MailServer("127.0.0.1", rig.Fake.Port, MailSecurity.None, "post@bot.example"), it.Desk.Time));
        Assert.Equal(0, await dispatcher.RunOnceAsync(default));
        it.Desk.Time.Advance(TimeSpan.FromHours(2));
        Assert.Equal(1, await dispatcher.RunOnceAsync(default));
        Assert.Single(rig.Fake.Letters);
    }

    [Fact]
    public async Task A_letter_whose_answer_was_lost_goes_again_after_an_hour_and_says_so()
    {
        await using var it = await Underway.OpenAsync("mail");
        var rig = (MailRig)it.Rig;
        var prepared = await it.HandOverAsync();
        rig.Expect(Trouble.LostAnswer);
        await it.Dispatcher.RunOnceAsync(default);
        Assert.Equal(Reasons.Unsure, Assert.Single(await it.List.ListAsync(default)).Last);
        it.Desk.Time.Advance(TimeSpan.FromMinutes(59));
        await it.Dispatcher.RunOnceAsync(default);
        Assert.False(FakeSmtp.IsRepeat(Assert.Single(rig.Fake.Letters)));
        it.Desk.Time.Advance(TimeSpan.FromMinutes(61));
        Assert.Equal(1, await it.Dispatcher.RunOnceAsync(default));
        Assert.Equal([false, true], rig.Fake.Letters.Select(FakeSmtp.IsRepeat));
        Assert.Contains($"Subject: Case {prepared.Ref}, sent again", rig.Fake.Letters.Last(), StringComparison.Ordinal);
        Assert.Equal([prepared.Ref], it.Rig.Arrived);
    }

    [Theory]
    [InlineData(Trouble.Gone)]
    [InlineData(Trouble.Broken)]
    [InlineData(Trouble.Slow)]
    public async Task A_letter_that_cannot_have_arrived_is_no_repeat(Trouble trouble)
    {
        await using var it = await Underway.OpenAsync("mail");
        var rig = (MailRig)it.Rig;
        await it.HandOverAsync();
        rig.Expect(trouble);
        await it.Dispatcher.RunOnceAsync(default);
        it.Desk.Time.Advance(TimeSpan.FromMinutes(1));
        Assert.Equal(1, await it.Dispatcher.RunOnceAsync(default));
        Assert.False(FakeSmtp.IsRepeat(Assert.Single(rig.Fake.Letters)));
    }

    [Fact]
    public void A_key_counts_only_with_its_whole_fingerprint()
    {
        var pair = MailRig.Pair;
        Assert.NotNull(OpenPgpKey.Read(pair.Armored, string.Join(' ', pair.Fingerprint.Chunk(4).Select(four => new string(four))).ToLowerInvariant()));
        Assert.Null(OpenPgpKey.Read(pair.Armored, pair.Fingerprint[^16..]));
        Assert.Null(OpenPgpKey.Read(pair.Armored, pair.Fingerprint[..^1] + (pair.Fingerprint[^1] == '0' ? '1' : '0')));
        Assert.Null(OpenPgpKey.Read("no key", pair.Fingerprint));
    }

    [Fact]
    public async Task The_outside_of_a_letter_names_the_reference_and_the_day_and_nothing_else()
    {
        await using var it = await Underway.OpenAsync("mail");
        var prepared = await it.HandOverAsync();
        await it.SettleAsync();
        var letter = Assert.Single(((MailRig)it.Rig).Fake.Letters);
        Assert.Contains("Date: Sun, 22 Nov 2026 00:00:00 +0000", letter, StringComparison.Ordinal);
        Assert.Contains("Subject: Case " + prepared.Ref, letter, StringComparison.Ordinal);
        Assert.DoesNotContain("Heron", letter, StringComparison.Ordinal);
        Assert.DoesNotContain("What happened", letter, StringComparison.Ordinal);
        Assert.DoesNotContain(Environment.MachineName, letter, StringComparison.Ordinal);
    }

    [Fact]
    public void Settings_say_what_is_wrong_with_them()
    {
        var right = new MailSettings("mail.example", 465, MailSecurity.Tls, "bot@bot.example", "intake@helpline.test", MailRig.Pair.Armored) { Fingerprint = MailRig.Pair.Fingerprint };
        Assert.Empty(right.Problems());
        Assert.Contains("security", Assert.Single((right with { Security = MailSecurity.None }).Problems()), StringComparison.Ordinal);
        Assert.Contains("to:", Assert.Single((right with { To = "intake@helpline.test\r\nBcc: x@y.example" }).Problems()), StringComparison.Ordinal);
        Assert.Contains("fingerprint", Assert.Single((right with { Fingerprint = "00" }).Problems()), StringComparison.Ordinal);
        Assert.Contains("user", Assert.Single((right with { User = "bot" }).Problems()), StringComparison.Ordinal);
        Assert.NotEmpty(new RemedyBot.Handoff.Delivery.RequestTracker.RequestTrackerSettings(new("http://rt.example/"), "t", "q").Problems());
        Assert.Empty(new RemedyBot.Handoff.Delivery.RequestTracker.RequestTrackerSettings(new("http://127.0.0.1:8080/"), "t", "q").Problems());
    }
}
