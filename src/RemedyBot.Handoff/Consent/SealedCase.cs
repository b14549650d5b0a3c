using System.Text;
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

    /// <summary>As <see cref="Open"/>, and also a document that some other program sealed without a receipt; its label has to agree all the same.</summary>
    public static OpenedDocument? OpenDocument(string compact, OpeningKey key)
    {
        var label = Envelope.LabelOf(compact);
        if (Envelope.Open(compact, key, label) is not { } json)
            return null;
        if (label is not null && CaseBundle.Read(json, label) is { } bundle)
            return new OpenedDocument(bundle.Projection, bundle.ReceiptJws);
        return CaseBundle.IsBundle(json) || CaseBundle.PlainId(json) is not { } id || (label is not null && id.Length > 0 && id != label.Ref)
            ? null
            : new OpenedDocument(Encoding.UTF8.GetString(json), ReceiptJws: null);
    }

    /// <summary>Null for a wrong key, any change, or an inside that does not agree with the outside or with its receipt.</summary>
    public static CaseBundle? Open(string compact, OpeningKey key) =>
        Envelope.LabelOf(compact) is { } label && Envelope.Open(compact, key, label) is { } json ? CaseBundle.Read(json, label) : null;
}
