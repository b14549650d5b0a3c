namespace RemedyBot.Channels.Apps;

/// <summary>Where parcels wait until they are sent; the program lends the store's outbox.</summary>
public interface IPushes
{
    /// <summary>What waits, from before this process too.</summary>
    Task<IReadOnlyList<(long Id, Parcel Parcel)>> ListAsync(CancellationToken cancellation);

    /// <summary>Queues what no turn's commit could hold.</summary>
    Task<long> AddAsync(Parcel parcel, CancellationToken cancellation);

    /// <summary>What is left of it. False: it is gone, erased or too old.</summary>
    Task<bool> ChangeAsync(long id, Parcel parcel, CancellationToken cancellation);

    /// <summary>It was sent, or given up.</summary>
    Task RemoveAsync(long id, CancellationToken cancellation);
}
