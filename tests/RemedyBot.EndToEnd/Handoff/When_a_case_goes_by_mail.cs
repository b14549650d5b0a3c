using MimeKit;
using RemedyBot.Handoff.Consent;
using RemedyBot.Handoff.Delivery;
using RemedyBot.Handoff.Delivery.Mail;
using RemedyBot.Handoff.Sealing;

namespace RemedyBot.EndToEnd.Handoff;

/// <summary>A real mail server with STARTTLS, gpg decrypting on the other side, and Request Tracker's own mail gateway.</summary>
[Collection(HelplineSystems.Name)]
public sealed class When_a_case_goes_by_mail(Helpline helpline)
{
    private const string Id = "hl.mail";

    private MailSettings Settings => new("127.0.0.1", helpline.SmtpPort, MailSecurity.StartTls, "bot@bot.example", "intake@helpline.test", helpline.Key.Armored)
    {
        Fingerprint = helpline.Key.Fingerprint,
        Certificate = helpline.Certificate,
    };

    [Fact]
    public async Task Gpg_opens_the_letter_and_the_outside_says_nothing()
    {
        var (prepared, letter) = await SendAsync(inline: false);
        using var message = await MimeMessage.LoadAsync(letter);
        Assert.Equal("Case " + prepared.Ref, message.Subject);
        Assert.Equal(prepared.Ref + ".case@bot.example", message.MessageId);
        Assert.DoesNotContain("Heron", await File.ReadAllTextAsync(letter), StringComparison.Ordinal);
        var armored = Assert.IsAssignableFrom<MimePart>(Assert.IsAssignableFrom<Multipart>(message.Body)[1]);
        Assert.DoesNotContain("Version:", Text(armored), StringComparison.Ordinal);
        // 9 is AES-256; 2 the integrity packet with its digest.
        Assert.Contains("DECRYPTION_INFO 2 9", await helpline.PacketsAsync(Text(armored)), StringComparison.Ordinal);
        using var inside = await MimeEntity.LoadAsync(new MemoryStream(System.Text.Encoding.UTF8.GetBytes(await helpline.DecryptAsync(Text(armored)))));
        var parts = Assert.IsAssignableFrom<Multipart>(inside);
        Assert.Equal("What happened: " + Sending.Words, Assert.IsAssignableFrom<TextPart>(parts[0]).Text.Trim());
        Assert.Contains(prepared.ReceiptJws, Text(Assert.IsAssignableFrom<MimePart>(parts[1])), StringComparison.Ordinal);
    }

    [Fact]
    public async Task Gpg_opens_the_letter_that_goes_inline()
    {
        var (prepared, letter) = await SendAsync(inline: true);
        using var message = await MimeMessage.LoadAsync(letter);
        var parts = Assert.IsAssignableFrom<Multipart>(message.Body);
        Assert.Equal("What happened: " + Sending.Words, (await helpline.DecryptAsync(Assert.IsAssignableFrom<TextPart>(parts[0]).Text)).Trim());
        Assert.Contains(prepared.ReceiptJws, await helpline.DecryptAsync(Text(Assert.IsAssignableFrom<MimePart>(parts[1]))), StringComparison.Ordinal);
    }

    [Fact]
    public async Task Request_trackers_mail_gateway_opens_the_letter_into_a_ticket()
    {
        var (prepared, letter) = await SendAsync(inline: false);
        await helpline.GatewayAsync(await File.ReadAllTextAsync(letter));
        var ticket = Assert.Single(await helpline.TicketsAsync(prepared.Ref));
        var files = await helpline.AttachmentsAsync(ticket);
        Assert.Contains(files, file => file.Type.StartsWith("text/plain", StringComparison.Ordinal) && file.Content.Contains(Sending.Words, StringComparison.Ordinal));
        Assert.Contains(files, file => file.Name == prepared.Ref + ".json");
    }

    [Fact]
    public async Task The_end_of_a_consent_is_told_by_one_letter_in_the_same_thread()
    {
        var key = OpenPgpKey.Read(helpline.Key.Armored, helpline.Key.Fingerprint);
        await using var sending = await Sending.OpenAsync(new MailSender(Id, Settings, Sending.Texts, TimeProvider.System));
        var prepared = sending.Prepare(new Recipient("helpline", Id, "Helpline", null) { MailKey = key });
        await sending.QueueAsync(prepared.Parcel);
        await sending.DispatchAsync();
        Assert.Equal((1, 0), (await sending.RemindAsync(), await sending.RemindAsync()));
        var letters = helpline.Letters.Where(letter => File.ReadAllText(letter).Contains(prepared.Ref + ".reminder@", StringComparison.Ordinal)).ToList();
        using var message = await MimeMessage.LoadAsync(Assert.Single(letters));
        Assert.Equal(prepared.Ref + ".case@bot.example", message.InReplyTo);
        Assert.Equal($"The consent for {prepared.Ref} ends soon.", message.TextBody?.Trim());
    }

    [Fact]
    public async Task A_server_with_another_certificate_gets_nothing()
    {
        var key = OpenPgpKey.Read(helpline.Key.Armored, helpline.Key.Fingerprint);
        var sender = new MailSender(Id, Settings with { Certificate = null }, Sending.Texts, TimeProvider.System);
        await using var sending = await Sending.OpenAsync(sender);
        var prepared = sending.Prepare(new Recipient("helpline", Id, "Helpline", null) { MailKey = key });
        Assert.Equal(new SendOutcome.TryLater(Reasons.NotSecure), await sender.SendAsync(prepared.Parcel, default));
    }

    private async Task<(PreparedHandoff Prepared, string Letter)> SendAsync(bool inline)
    {
        var key = OpenPgpKey.Read(helpline.Key.Armored, helpline.Key.Fingerprint);
        Assert.NotNull(key);
        await using var sending = await Sending.OpenAsync(new MailSender(Id, Settings, Sending.Texts, TimeProvider.System));
        var prepared = sending.Prepare(new Recipient("helpline", Id, "Helpline", null) { MailKey = key, MailInline = inline });
        await sending.QueueAsync(prepared.Parcel);
        Assert.Equal(1, await sending.DispatchAsync());
        Assert.Equal(HandoffState.Delivered, Assert.Single(await sending.LettersAsync(prepared)).State);
        return (prepared, helpline.Letters.Single(letter => File.ReadAllText(letter).Contains(prepared.Ref, StringComparison.Ordinal)));
    }

    private static string Text(MimePart part)
    {
        using var bytes = new MemoryStream();
        part.Content!.DecodeTo(bytes);
        return System.Text.Encoding.UTF8.GetString(bytes.ToArray());
    }
}
