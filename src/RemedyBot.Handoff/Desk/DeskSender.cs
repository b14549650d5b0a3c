using RemedyBot.Handoff.Delivery;
using RemedyBot.Handoff.Letters;
using RemedyBot.Storage.Desk;

namespace RemedyBot.Handoff.Desk;

/// <summary>
/// Delivers to the built-in desk. It writes nothing itself: the commit that takes the parcel out of the outbox writes the desk's row,
/// so a crash leaves either both or none.
/// </summary>
public sealed class DeskSender : ISender
{
    /// <summary>Withdrawals too: the row went when the person took the case back, so there is nothing left to do.</summary>
    public bool Takes(Parcel parcel) =>
        parcel.Form == ParcelForm.Desk || (parcel.Form == ParcelForm.Withdrawal && parcel.Recipient.Kind == Consent.HandoffPreparation.DeskKind);

    public Task<SendOutcome> SendAsync(Parcel parcel, CancellationToken cancellation)
    {
        if (parcel.Form == ParcelForm.Withdrawal)
            return Task.FromResult<SendOutcome>(new SendOutcome.Delivered(parcel.Ref));
        if (parcel.Head is not { } head)
            return Task.FromResult<SendOutcome>(new SendOutcome.Refused("incomplete"));
        var row = new DeskDraft(parcel.Ref, head, parcel.Content, LastDays.OfCase(parcel.Expires));
        return Task.FromResult<SendOutcome>(new SendOutcome.Delivered(parcel.Ref) { Desk = row });
    }
}
