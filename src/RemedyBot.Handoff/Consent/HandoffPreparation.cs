using System.Buffers.Text;
using RemedyBot.Handoff.Delivery;
using RemedyBot.Handoff.Delivery.Mail;
using RemedyBot.Handoff.Desk;
using RemedyBot.Handoff.Letters;
using RemedyBot.Handoff.Sealing;
using RemedyBot.Storage.Desk;

namespace RemedyBot.Handoff.Consent;

/// <summary>Makes, at the moment of consent, all that has to stand in the turn's one commit. Touches nothing.</summary>
public static class HandoffPreparation
{
    public const string DeskKind = "desk";
    private const int BoxIdBytes = 16;

    /// <param name="reference">From <see cref="HandoffReference.New"/>; the projection has to carry it as its `id`.</param>
    /// <param name="projection">What exactly this recipient may read, as JSON text.</param>
    public static PreparedHandoff Prepare(string reference, string projection, Recipient recipient, ConsentTerms terms, HandoffMeans means)
    {
        if (CaseBundle.IdOf(projection) != reference)
            throw new ArgumentException("A projection carries its handoff's reference as its id.", nameof(projection));
        var card = new ReceiptRecipient(recipient.Kind, recipient.Id, recipient.Name);
        var bundle = new CaseBundle(projection, Receipts.Sign(ReceiptFor(reference, projection, card, terms), means.Sign), []);
        using var boxKey = OpeningKey.Create();
        var box = new BoxAddress(NewBoxId(means), boxKey.Public.ToJwk());
        var parcel = new Parcel(card, reference, box, ParcelForm.Clear, terms.Expires, Content: "");
        return new PreparedHandoff(reference, box.Id, boxKey.ToJwk(), bundle.ReceiptJws, Fill(parcel, bundle, recipient, terms, means));
    }

    private static string NewBoxId(HandoffMeans means)
    {
        Span<byte> id = stackalloc byte[BoxIdBytes];
        means.Random.Fill(id);
        return Base64Url.EncodeToString(id);
    }

    private static Receipt ReceiptFor(string reference, string projection, ReceiptRecipient recipient, ConsentTerms terms) => new(
        terms.Instance,
        reference,
        recipient,
        terms.Groups,
        terms.Purpose,
        terms.By,
        terms.Day,
        terms.Expires,
        terms.TextVersion,
        Receipts.HashOf(projection));

    private static Parcel Fill(Parcel parcel, CaseBundle bundle, Recipient recipient, ConsentTerms terms, HandoffMeans means)
    {
        var label = new SealLabel(recipient.Id, parcel.Ref);
        if (recipient.MailKey is { } mailKey)
            return parcel with { Form = ParcelForm.OpenPgp, Content = Letter(parcel.Ref, bundle, mailKey, recipient.MailInline, means) };
        if (recipient.Key is not { } key || recipient.TakesClear)
            return parcel with
            {
                Content = System.Text.Encoding.UTF8.GetString(bundle.ToJson()),
                Text = means.Readable?.Invoke(bundle.Projection),
                Sealed = recipient.Key is { } beside ? SealedCase.Seal(bundle, beside, label) : null,
            };
        if (recipient.Kind != DeskKind || parcel.Box is not { } box)
            return parcel with { Form = ParcelForm.Jwe, Content = SealedCase.Seal(bundle, key, label) };
        // Where the case key is held elsewhere the list says nothing of what happened.
        var head = recipient.ListKey is null
            ? DeskHeads.Draw(bundle.Projection, terms, box)
            : new DeskHead(parcel.Ref, HandoffState.Delivered, null, null, null, terms.Day, terms.Expires, box);
        if (terms.Talk is { } since)
            head = head with { Talk = new(since) };
        var sealedHead = head.Seal(recipient.ListKey ?? key, recipient.Id);
        return parcel with
        {
            Form = ParcelForm.Desk,
            Head = sealedHead,
            Content = SealedCase.Seal(bundle, key, label, sealedHead.Length + DeskDraft.Overhead),
            Notify = recipient.Notify,
        };
    }

    private static string Letter(string reference, CaseBundle bundle, OpenPgpKey key, bool inline, HandoffMeans means) => SealedLetter.Seal(
        means.Readable?.Invoke(bundle.Projection) ?? reference, ($"{reference}.json", bundle.ToJson()), key, inline, means.Now).ToJson();
}
