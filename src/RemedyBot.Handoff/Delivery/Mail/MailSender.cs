using System.Net.Security;
using System.Net.Sockets;
using System.Security.Authentication;
using System.Security.Cryptography;
using System.Security.Cryptography.X509Certificates;
using MailKit;
using MailKit.Net.Smtp;
using MailKit.Security;
using MimeKit;
using RemedyBot.Handoff.Sealing;

namespace RemedyBot.Handoff.Delivery.Mail;

/// <summary>
/// Letters sealed with OpenPGP. A mail server cannot be asked what it has, so a letter that is sent again bears the same Message-ID: readers
/// and lists that know their trade show it once.
/// </summary>
public sealed class MailSender : ISender
{
    private const int Limit = 60_000;

    private readonly string _recipientId;
    private readonly MailSettings _settings;
    private readonly LetterWriter _writer;
    private readonly OpenPgpKey? _key;
    private readonly TimeProvider _time;

    public MailSender(string recipientId, MailSettings settings, SenderTexts texts, TimeProvider time)
    {
        _recipientId = recipientId;
        _settings = settings;
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
        // Their key may have been replaced because it was stolen: what was sealed to an ended one is not sent either.
        if (!_key.IsUsable(_time.GetUtcNow()))
            throw NotDelivered.Never(Reasons.KeyExpired);
        using var letter = _writer.Write(parcel, _time.GetUtcNow());
        await PostAsync(letter, cancellation).ConfigureAwait(false);
        return new SendOutcome.Delivered(parcel.Ref) { Thread = TicketThread.Begin(parcel) };
    });

    private async Task PostAsync(MimeMessage letter, CancellationToken cancellation)
    {
        using var client = new SmtpClient { Timeout = Limit, CheckCertificateRevocation = false, LocalDomain = "localhost" };
        client.SslProtocols = SslProtocols.Tls12 | SslProtocols.Tls13;
        client.ServerCertificateValidationCallback = (_, certificate, _, errors) =>
            _settings.Certificate is { } pinned ? certificate is not null && Pinned(certificate, pinned) : errors == SslPolicyErrors.None;
        try
        {
            await client.ConnectAsync(_settings.Host, _settings.Port, Options(_settings.Security), cancellation).ConfigureAwait(false);
            if (_settings is { User: { } user, Password: { } password })
                await client.AuthenticateAsync(user, password, cancellation).ConfigureAwait(false);
            await client.SendAsync(letter, cancellation).ConfigureAwait(false);
        }
        catch (Exception e) when (ReasonOf(e) is not null && !cancellation.IsCancellationRequested)
        {
            throw ReasonOf(e)!;
        }

        // The letter is theirs by now; how the goodbye goes does not matter.
        try
        {
            await client.DisconnectAsync(quit: true, cancellation).ConfigureAwait(false);
        }
        catch (Exception e) when (ReasonOf(e) is not null)
        {
            return;
        }
    }

    private static bool Pinned(X509Certificate certificate, string pinned) =>
        string.Equals(certificate.GetCertHashString(HashAlgorithmName.SHA256), pinned.Replace(":", "", StringComparison.Ordinal), StringComparison.OrdinalIgnoreCase);

    private static SecureSocketOptions Options(MailSecurity security) => security switch
    {
        MailSecurity.Tls => SecureSocketOptions.SslOnConnect,
        MailSecurity.None => SecureSocketOptions.None,
        _ => SecureSocketOptions.StartTls,
    };

    private static NotDelivered? ReasonOf(Exception e) => e switch
    {
        SmtpCommandException { StatusCode: SmtpStatusCode.MailboxUnavailable or SmtpStatusCode.MailboxNameNotAllowed } => NotDelivered.Never(Reasons.NotThere),
        SmtpCommandException { StatusCode: SmtpStatusCode.ExceededStorageAllocation } => NotDelivered.Never(Reasons.TooBig),
        SmtpCommandException { StatusCode: SmtpStatusCode.AuthenticationRequired } or MailKit.Security.AuthenticationException => NotDelivered.Later(Reasons.NotAuthorised),
        SmtpCommandException command when (int)command.StatusCode >= 500 => NotDelivered.Never(Reasons.Refused),
        SmtpCommandException => NotDelivered.Later(Reasons.ServerError),
        SmtpProtocolException => NotDelivered.Later(Reasons.Malformed),
        SslHandshakeException or System.Security.Authentication.AuthenticationException or NotSupportedException => NotDelivered.Later(Reasons.NotSecure),
        ServiceNotConnectedException or SocketException or IOException => NotDelivered.Later(Reasons.Unreachable),
        TimeoutException or OperationCanceledException => NotDelivered.Later(Reasons.Slow),
        _ => null,
    };
}
