namespace RemedyBot.Handoff.Delivery.Mail;

/// <summary>The mail server that takes our letters.</summary>
/// <param name="Security">How the connection is encrypted; there is no way without, but to this machine.</param>
/// <param name="From">An address of ours that may receive answers and bounces.</param>
public sealed record MailServer(string Host, int Port, MailSecurity Security, string From)
{
    public string? User { get; init; }

    public string? Password { get; init; }

    /// <summary>SHA-256 of the mail server's certificate, hex, where no public authority vouches for it: then this one and no other.</summary>
    public string? Certificate { get; init; }

    /// <summary>How long one answer may take.</summary>
    public TimeSpan Patience { get; init; } = StandardPatience;

    internal static readonly TimeSpan StandardPatience = TimeSpan.FromSeconds(60);

    /// <summary>What follows the @ of our address: Message-IDs end with it.</summary>
    internal string Domain => From[(From.IndexOf('@', StringComparison.Ordinal) + 1)..];

    /// <summary>What is wrong, by setting name and what is expected.</summary>
    public IEnumerable<string> Problems() => new[]
    {
        string.IsNullOrWhiteSpace(Host) ? "host: missing" : null,
        Port is > 0 and < 65_536 ? null : "port: 1 to 65535",
        Security == MailSecurity.None && Host is not ("127.0.0.1" or "::1" or "localhost") ? "security: startTls or tls (none only to this machine)" : null,
        IsAddress(From) ? null : "from: an address",
        (User is null) == (Password is null) ? null : "user, password: both or none",
    }.OfType<string>();

    /// <summary>One address and nothing else: no name, no second one, no line break.</summary>
    public static bool IsAddress(string? address) => MimeKit.MailboxAddress.TryParse(address, out var read) && read.Address == address && read.Domain.Length > 0;

    public override string ToString() => nameof(MailServer);
}
