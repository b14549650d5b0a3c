using RemedyBot.Handoff.Sealing;

namespace RemedyBot.Handoff.Consent;

/// <summary>Who can take a case.</summary>
/// <param name="Kind">helpline, desk, platform, authority, police, court, company or person.</param>
/// <param name="Key">What the case is sealed to; null where the recipient has none, which the consent question has to say.</param>
/// <param name="ListKey">At a desk whose case key is held elsewhere: the key that this server's workers hold, for the list only.</param>
public sealed record Recipient(string Kind, string Id, string Name, SealingKey? Key, SealingKey? ListKey = null)
{
    /// <summary>An OpenPGP key, for those who are written to by mail.</summary>
    public OpenPgpKey? MailKey { get; init; }

    /// <summary>Their mail reader knows no PGP/MIME.</summary>
    public bool MailInline { get; init; }

    /// <summary>Their system is given clear text though they have a key (the sealed original goes beside it): the consent question has to say so.</summary>
    public bool TakesClear { get; init; }

    /// <summary>At a desk: whose own system is told, once the case is there, that something waits.</summary>
    public ReceiptRecipient? Notify { get; init; }
}
