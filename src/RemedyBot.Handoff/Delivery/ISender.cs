namespace RemedyBot.Handoff.Delivery;

/// <summary>Speaks to one kind of recipient's system.</summary>
public interface ISender
{
    bool Takes(Parcel parcel);

    /// <summary>Sends, or finds that an earlier attempt had arrived: the same parcel may come twice, the recipient may see it once.</summary>
    Task<SendOutcome> SendAsync(Parcel parcel, CancellationToken cancellation);
}
