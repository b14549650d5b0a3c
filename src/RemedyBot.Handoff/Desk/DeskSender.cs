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
        parcel.Form == ParcelForm.Desk || (parcel.Form is ParcelForm.Withdrawal or ParcelForm.Answer && parcel.Recipient.Kind == Consent.HandoffPreparation.DeskKind);

    public bool StaysHere => true;

    public Task<SendOutcome> SendAsync(Parcel parcel, CancellationToken cancellation)
    {
        if (parcel.Form == ParcelForm.Withdrawal)
            return Task.FromResult<SendOutcome>(new SendOutcome.Delivered(parcel.Ref));
        if (parcel.Form == ParcelForm.Answer)
            return Task.FromResult(Written(parcel));
        if (parcel.Head is not { } head)
            return Task.FromResult<SendOutcome>(new SendOutcome.Refused("incomplete"));
        var row = new DeskDraft(parcel.Ref, head, parcel.Content, LastDays.OfCase(parcel.Expires));
        return Task.FromResult<SendOutcome>(new SendOutcome.Delivered(parcel.Ref) { Desk = row });
    }

    // A row beside the case's own: nothing here could open the case to write into it.
    private static SendOutcome Written(Parcel parcel) => parcel.Sealed is { } answer && parcel.Order is > 0 and <= DeskDraft.MostLines
        ? new SendOutcome.Delivered(parcel.Ref) { Desk = new DeskDraft(DeskDraft.AnswerRef(parcel.Ref, parcel.Order), Head: "", answer, LastDays.OfCase(parcel.Expires)) }
        : new SendOutcome.Refused(Reasons.KeyMissing);
}
