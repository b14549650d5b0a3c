using RemedyBot.Handoff.Sealing;

namespace RemedyBot.Handoff.Delivery.Mail;

/// <summary>
/// Letters sealed with OpenPGP. A mail server cannot be asked what it has, so a letter that may have come before bears the same Message-ID, and
/// says so in its subject and a header: systems that open a ticket for each letter show which is the repeat.
/// </summary>
public sealed class MailSender : ISender
{
    private readonly string _recipientId;
    private readonly SmtpPost _post;
    private readonly LetterWriter _writer;
    private readonly OpenPgpKey? _key;
    private readonly TimeProvider _time;

    public MailSender(string recipientId, MailSettings settings, SenderTexts texts, TimeProvider time)
    {
        _recipientId = recipientId;
        _post = new SmtpPost(settings.Server);
        _writer = new LetterWriter(settings, texts);
        _key = settings.OpenKey();
        _time = time;
    }

    /// <summary>When their key ends; null where it does not. An operator is to be warned a month before.</summary>
    public DateTimeOffset? KeyEnds => _key?.Ends(_time.GetUtcNow());

    public bool Takes(Parcel parcel) => parcel.Recipient.Id == _recipientId && parcel.Form != ParcelForm.Desk;

    public Task<SendOutcome> SendAsync(Parcel parcel, CancellationToken cancellation) => Attempt.OfAsync(async () =>
    {
        if (_key is null)
            throw NotDelivered.Never(Reasons.KeyMissing);
        // Their key may have been replaced because it was stolen: what was sealed to an ended one is not sent either. A request to delete is.
        if (parcel.IsAwaited && !_key.IsUsable(_time.GetUtcNow()))
            throw NotDelivered.Never(Reasons.KeyExpired);
        using var letter = _writer.Write(parcel, _time.GetUtcNow());
        await _post.SendAsync(letter, cancellation).ConfigureAwait(false);
        return new SendOutcome.Delivered(parcel.Ref) { Thread = TicketThread.Begin(parcel) };
    });
}
