using System.Text;
using RemedyBot.Channels.Apps;
using RemedyBot.Handoff.Delivery;
using AppParcel = RemedyBot.Channels.Apps.Parcel;
using Parcel = RemedyBot.Handoff.Delivery.Parcel;

namespace RemedyBot.Turns.Activities;

/// <summary>Brings the one message that a person in a messaging app said yes to by the app's own way, under the rules of all deliveries. What may have arrived is not sent again.</summary>
public sealed class RingSender : ISender
{
    /// <summary>Tries it once; null where there is no such channel. Set when the channels are there.</summary>
    public Func<AppParcel, CancellationToken, Task<Sending?>>? Way { get; set; }

    public bool Takes(Parcel parcel) => parcel.Form == ParcelForm.Ring;

    public async Task<SendOutcome> SendAsync(Parcel parcel, CancellationToken cancellation)
    {
        if (parcel.Repeat)
            return new SendOutcome.Delivered(parcel.Ref);
        if (AppParcel.Read(Encoding.UTF8.GetBytes(parcel.Content)) is not { } message)
            return new SendOutcome.Refused(Reasons.Malformed);
        return Way is null ? new SendOutcome.TryLater(Reasons.RecipientRemoved) : await Way(message, cancellation) switch
        {
            null => new SendOutcome.TryLater(Reasons.RecipientRemoved),
            { Result: SendResult.Sent } => new SendOutcome.Delivered(parcel.Ref),
            { Result: SendResult.Refused } => new SendOutcome.Refused(Reasons.Refused),
            { Result: SendResult.Uncertain } => new SendOutcome.TryLater(Reasons.Slow) { MayHaveArrived = true },
            { Problem: not null } => new SendOutcome.TryLater(Reasons.NotAuthorised),
            { After: not null } => new SendOutcome.TryLater(Reasons.Busy),
            _ => new SendOutcome.TryLater(Reasons.Unreachable),
        };
    }
}
