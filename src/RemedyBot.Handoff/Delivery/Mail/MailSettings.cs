using RemedyBot.Handoff.Sealing;

namespace RemedyBot.Handoff.Delivery.Mail;

/// <param name="Host">The mail server that takes our letters.</param>
/// <param name="Security">How the connection is encrypted; there is no way without, but to this machine.</param>
/// <param name="From">An address of ours that may receive answers and bounces.</param>
/// <param name="To">The helpline's address: from the settings, never from what a person wrote.</param>
/// <param name="Key">Their public key, armored.</param>
public sealed record MailSettings(string Host, int Port, MailSecurity Security, string From, string To, string Key) : SenderSettings
{
    /// <summary>Of the key's primary part, 40 hex digits or more.</summary>
    public string Fingerprint { get; init; } = "";

    public string? User { get; init; }

    public string? Password { get; init; }

    /// <summary>SHA-256 of the mail server's certificate, hex, where no public authority vouches for it: then this one and no other.</summary>
    public string? Certificate { get; init; }

    /// <summary>How long one answer of the mail server may take.</summary>
    public TimeSpan Patience { get; init; } = MailServer.StandardPatience;

    public OpenPgpKey? OpenKey() => OpenPgpKey.Read(Key, Fingerprint);

    internal MailServer Server => new(Host, Port, Security, From) { User = User, Password = Password, Certificate = Certificate, Patience = Patience };

    public override IEnumerable<string> Problems() => Server.Problems().Concat(new[]
    {
        MailServer.IsAddress(To) ? null : "to: an address",
        OpenKey() is null ? "key, fingerprint: an OpenPGP public key that can encrypt, and the fingerprint that its owner published" : null,
    }.OfType<string>());
}
