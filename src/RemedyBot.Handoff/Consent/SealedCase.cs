using RemedyBot.Handoff.Sealing;
using RemedyBot.Storage.Sealing;

namespace RemedyBot.Handoff.Consent;

/// <summary>A case sealed to one recipient: a <see cref="CaseBundle"/> in an <see cref="Envelope"/>.</summary>
public static class SealedCase
{
    /// <summary>The compact JWE, filled up so that its length says little.</summary>
    /// <param name="beside">Characters that are stored in the same row.</param>
    public static string Seal(CaseBundle bundle, SealingKey key, SealLabel label, int beside = 0) =>
        JwePadding.Seal(bundle.ToJson(), json => Envelope.Seal(json, key, label), beside);

    /// <summary>Null for a wrong key, any change, or an inside that does not agree with the outside or with its receipt.</summary>
    public static CaseBundle? Open(string compact, OpeningKey key) =>
        Envelope.LabelOf(compact) is { } label && Envelope.Open(compact, key, label) is { } json ? CaseBundle.Read(json, label) : null;
}
