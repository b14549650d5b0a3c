using RemedyBot.Channels.Activities;

namespace RemedyBot.Channels.Apps;

/// <summary>Brings one parcel to its person, message by message.</summary>
/// <param name="saw">Told of each conversation in which a question arrived.</param>
internal sealed class PushDelivery(Func<string, IAppSender?> senders, PushTries tries, PushOutbox outbox, SentTraces traces, SentMessages messages, TimeProvider time, Action<string> saw)
{
    private readonly TakeBacks _backs = new(senders, tries, outbox, time);

    /// <returns>What did not reach the person and is to be kept for them, or what is still to be taken back; null for nothing.</returns>
    public async Task<Parcel?> RunAsync(PushLane lane, long id, Parcel parcel, CancellationToken stopping)
    {
        if (senders(parcel.ChannelId) is not { } sender)
            return null;
        var began = time.GetTimestamp();
        TimeSpan? after = null;
        if (parcel.TakesBack is { } back && (string[])[.. back.Concat(traces.Take(parcel.Lane)).Distinct(StringComparer.Ordinal)] is { Length: > 0 } ids)
        {
            // Whoever waits for the goodbye does not wait for this.
            (parcel, after) = await _backs.OnceAsync(sender, parcel with { TakesBack = ids }, stopping).ConfigureAwait(false);
            await outbox.ChangeAsync(id, parcel, stopping).ConfigureAwait(false);
        }
        var lost = new List<Activity>();
        while (parcel.Activities.Count > 0)
        {
            var (message, rest) = (parcel.Activities[0], parcel.Activities.Skip(1).ToList());
            if (await tries.RunAsync(parcel.ChannelId, lane, () => sender.SendAsync(message, parcel, CancellationToken.None), began, stopping).ConfigureAwait(false) is not { } sent)
                return null;
            parcel = parcel with { Activities = rest, Gone = parcel.Gone + 1 };
            if (sent.Result is not SendResult.Sent || !IsKnown(sender, lane, sent.Id, parcel with { Activities = [message], Edits = null }))
            {
                lost.Add(message);
                continue;
            }
            if (sent.Id is { } trace && parcel.TakesBack is null)
                traces.Add(parcel.Lane, [trace]);
            if (message.Asks)
                saw(parcel.Lane);
            // What has gone is not said again after a restart.
            if (rest.Count > 0)
                await outbox.ChangeAsync(id, parcel with { Activities = [.. lost, .. rest] }, stopping).ConfigureAwait(false);
        }
        if (parcel.TakesBack is { Count: > 0 })
        {
            _ = _backs.GoOnAsync(id, parcel, after, stopping);
            return parcel;
        }
        return lost.Count > 0 && parcel.TakesBack is null ? parcel with { Activities = lost, Held = true } : null;
    }

    /// <summary>Tries a message to somebody who did not write, once. It stands in no line: nobody waits for it, and what becomes of it is the caller's affair.</summary>
    /// <returns>Null: there is no way to that channel any more.</returns>
    public async Task<Sending?> OnceAsync(Parcel parcel, CancellationToken stopping)
    {
        if (senders(parcel.ChannelId) is not { } sender || parcel.Activities is not [var message, ..])
            return null;
        var sent = await tries.OnceAsync(parcel.ChannelId, () => sender.SendAsync(message, parcel, CancellationToken.None), stopping).ConfigureAwait(false);
        if (sent is not { Result: SendResult.Sent, Id: { } id })
            return sent;
        traces.Add(parcel.Lane, [id]);
        if (sender.FailsLate)
            messages.Add(id, parcel);
        return sent;
    }

    /// <summary>Remembers it, where the channel may say later that it was lost. False: it has said so.</summary>
    private bool IsKnown(IAppSender sender, PushLane lane, string? id, Parcel message) =>
        !sender.FailsLate || id is null || message.TakesBack is not null || lane.Erased.Task.IsCompleted || messages.Add(id, message);
}
