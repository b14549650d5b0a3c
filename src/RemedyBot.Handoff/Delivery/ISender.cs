namespace RemedyBot.Handoff.Delivery;

/// <summary>Speaks to one kind of recipient's system.</summary>
public interface ISender
{
    bool Takes(Parcel parcel);

    /// <summary>Nothing leaves before the commit that takes the parcel out of the outbox, so nobody has to hold it meanwhile: a crash costs no wait.</summary>
    bool StaysHere => false;

    /// <summary>Sends, or finds that an earlier attempt had arrived: the same parcel may come twice, the recipient may see it once.</summary>
    Task<SendOutcome> SendAsync(Parcel parcel, CancellationToken cancellation);
}
