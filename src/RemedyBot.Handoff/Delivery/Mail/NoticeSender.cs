using MimeKit;

namespace RemedyBot.Handoff.Delivery.Mail;

/// <summary>Sends <see cref="LateNotice"/> by the operator's own mail server. One e-mail was said yes to: what may have arrived is not sent again.</summary>
public sealed class NoticeSender(MailServer server, TimeProvider time) : ISender
{
    private readonly SmtpPost _post = new(server);

    public bool Takes(Parcel parcel) => parcel.Form == ParcelForm.LateNotice;

    public Task<SendOutcome> SendAsync(Parcel parcel, CancellationToken cancellation) => Attempt.OfAsync(async () =>
    {
        if (parcel.Repeat)
            return new SendOutcome.Delivered(parcel.Ref);
        if (LateNotice.Read(parcel) is not { } notice || !MailServer.IsAddress(notice.To))
            throw NotDelivered.Never(Reasons.Malformed);
        using var letter = new MimeMessage();
        letter.From.Add(MailboxAddress.Parse(server.From));
        letter.To.Add(MailboxAddress.Parse(notice.To));
        letter.Subject = string.Concat(notice.Subject.Where(c => !char.IsControl(c)));
        letter.Date = new DateTimeOffset(time.GetUtcNow().UtcDateTime.Date, TimeSpan.Zero);
        // Without the letters by which our references are known.
        letter.MessageId = $"{parcel.Ref[(parcel.Ref.IndexOf('-', StringComparison.Ordinal) + 1)..]}@{server.Domain}";
        letter.Headers.Add("Auto-Submitted", "auto-generated");
        letter.Body = new TextPart("plain") { Text = notice.Text };
        await _post.SendAsync(letter, cancellation).ConfigureAwait(false);
        return new SendOutcome.Delivered(parcel.Ref);
    });
}
