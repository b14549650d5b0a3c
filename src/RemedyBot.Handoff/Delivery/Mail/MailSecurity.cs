namespace RemedyBot.Handoff.Delivery.Mail;

/// <summary>How the way to a mail server is encrypted.</summary>
public enum MailSecurity
{
    /// <summary>STARTTLS, and nothing is sent where the server does not offer it.</summary>
    StartTls,

    /// <summary>TLS from the first byte.</summary>
    Tls,

    /// <summary>Only to this machine.</summary>
    None,
}
