using System.Net.Security;
using System.Net.Sockets;
using System.Security.Authentication;
using System.Security.Cryptography;
using System.Security.Cryptography.X509Certificates;
using MailKit;
using MailKit.Net.Smtp;
using MailKit.Security;
using MimeKit;

namespace RemedyBot.Handoff.Delivery.Mail;

/// <summary>Brings one letter to a mail server. What goes wrong is one stable word.</summary>
internal sealed class SmtpPost(MailServer server)
{
    internal async Task SendAsync(MimeMessage letter, CancellationToken cancellation)
    {
        using var client = new SmtpClient { Timeout = (int)server.Patience.TotalMilliseconds, CheckCertificateRevocation = false, LocalDomain = "localhost" };
        client.SslProtocols = SslProtocols.Tls12 | SslProtocols.Tls13;
        client.ServerCertificateValidationCallback = (_, certificate, _, errors) =>
            server.Certificate is { } pinned ? certificate is not null && Pinned(certificate, pinned) : errors == SslPolicyErrors.None;
        var sent = new Sent();
        try
        {
            await client.ConnectAsync(server.Host, server.Port, Options(server.Security), cancellation).ConfigureAwait(false);
            if (server is { User: { } user, Password: { } password })
                await client.AuthenticateAsync(user, password, cancellation).ConfigureAwait(false);
            await client.SendAsync(letter, cancellation, sent).ConfigureAwait(false);
        }
        catch (Exception e) when (sent.IsWhole && e is not SmtpCommandException && ReasonOf(e) is not null)
        {
            throw NotDelivered.Later(Reasons.Unsure);
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

    /// <summary>How far the letter has gone: once all of it is on its way, no answer does not mean no.</summary>
    private sealed class Sent : ITransferProgress
    {
        internal bool IsWhole { get; private set; }

        public void Report(long bytesTransferred, long totalSize) => IsWhole = bytesTransferred >= totalSize;

        public void Report(long bytesTransferred) => IsWhole = true;
    }

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
