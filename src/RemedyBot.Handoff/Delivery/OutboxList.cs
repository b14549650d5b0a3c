using RemedyBot.Storage.Outbox;

namespace RemedyBot.Handoff.Delivery;

/// <summary>What an operator may see and do about deliveries, without opening any.</summary>
public sealed class OutboxList(OutboxStore outbox, TimeProvider time)
{
    /// <summary>Everything under way and every dead letter, in the order of their turn.</summary>
    public async Task<IReadOnlyList<ListedParcel>> ListAsync(CancellationToken cancellation)
    {
        var listed = new List<ListedParcel>();
        foreach (var entry in await outbox.ListAsync(cancellation).ConfigureAwait(false))
        {
            using (entry)
            {
                var parcel = Parcel.Read(entry.Payload.Span);
                listed.Add(new(KeyOf(parcel), parcel?.Recipient.Id ?? ListedParcel.Unreadable, parcel?.Form, entry.Attempts, entry.Due, entry.Dead)
                {
                    Sending = IsSending(entry),
                    Last = entry.Last,
                });
            }
        }

        return listed;
    }

    /// <summary>Tries again at once, dead letters too, with all attempts before them. How many.</summary>
    /// <param name="key">As listed; null for every dead letter.</param>
    public Task<int> RetryAsync(string? key, CancellationToken cancellation) =>
        EachAsync(key, (entry, _) => outbox.ReviveAsync(entry, cancellation), cancellation);

    /// <summary>Destroys it; a person who was not told yet is told that it failed. How many.</summary>
    /// <param name="key">As listed; null for every dead letter.</param>
    public Task<int> DropAsync(string? key, CancellationToken cancellation) => EachAsync(
        key,
        (entry, parcel) => outbox.CompleteAsync(entry, new Completion(entry.Dead is null ? parcel?.TellLoss(DateOnly.FromDateTime(time.GetUtcNow().UtcDateTime), entry.MayHaveArrived || entry.Leased) : null), cancellation),
        cancellation);

    private async Task<int> EachAsync(string? key, Func<OutboxEntry, Parcel?, Task<bool>> act, CancellationToken cancellation)
    {
        var done = 0;
        foreach (var entry in await outbox.ListAsync(cancellation).ConfigureAwait(false))
        {
            using (entry)
            {
                // What is being sent at this moment is left alone: it ends by itself.
                if (IsSending(entry))
                    continue;
                var parcel = Parcel.Read(entry.Payload.Span);
                if (key is null ? entry.Dead is not null : KeyOf(parcel) == key)
                    done += await act(entry, parcel).ConfigureAwait(false) ? 1 : 0;
            }
        }

        return done;
    }

    private static string KeyOf(Parcel? parcel) => parcel?.Key ?? ListedParcel.Unreadable;

    private bool IsSending(OutboxEntry entry) => entry.Leased && entry.Due > time.GetUtcNow();
}
