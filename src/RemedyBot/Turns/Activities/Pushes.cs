using RemedyBot.Channels.Apps;
using RemedyBot.Storage.Outbox;

namespace RemedyBot.Turns.Activities;

/// <summary>Replies that wait for a channel, in the store's outbox. The deliveries of cases pass them by.</summary>
public sealed class Pushes(OutboxStore outbox, TimeProvider time) : IPushes
{
    /// <summary>Days that a reply may wait, sealed, before it is swept.</summary>
    public const int Days = 1;

    public async Task<IReadOnlyList<(long Id, Parcel Parcel)>> ListAsync(CancellationToken cancellation)
    {
        var waiting = new List<(long, Parcel)>();
        foreach (var entry in await outbox.PushesAsync(cancellation))
            using (entry)
                if (Parcel.Read(entry.Payload.Span) is { } parcel)
                    waiting.Add((entry.Id, parcel));
        return waiting;
    }

    public async Task<long> AddAsync(Parcel parcel, CancellationToken cancellation)
    {
        var draft = Draft(outbox.NewId(), parcel.Write(), DateOnly.FromDateTime(time.GetUtcNow().UtcDateTime));
        await outbox.AddAsync(draft, cancellation);
        return draft.Id;
    }

    public Task<bool> ChangeAsync(long id, Parcel parcel, CancellationToken cancellation) => outbox.ChangeAsync(id, parcel.Write(), cancellation);

    public Task RemoveAsync(long id, CancellationToken cancellation) => outbox.RemoveAsync(id, cancellation);

    /// <param name="today">The UTC day.</param>
    public static OutboxDraft Draft(long id, ReadOnlyMemory<byte> payload, DateOnly today) => new(id, payload, DateTimeOffset.UnixEpoch, today.AddDays(Days)) { Push = true };
}
