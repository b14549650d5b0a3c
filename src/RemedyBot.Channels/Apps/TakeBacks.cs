namespace RemedyBot.Channels.Apps;

/// <summary>Takes back what was sent before an erase. Doing it twice is harmless, so whatever may not have worked is tried again.</summary>
internal sealed class TakeBacks(Func<string, IAppSender?> senders, PushTries tries, PushOutbox outbox, TimeProvider time)
{
    private static readonly TimeSpan Longest = TimeSpan.FromMinutes(15);

    /// <summary>One try.</summary>
    /// <returns>What is left of it, and how long the channel asks to wait.</returns>
    public async Task<(Parcel Left, TimeSpan? After)> OnceAsync(IAppSender sender, Parcel erase, CancellationToken stopping)
    {
        if (erase.TakesBack is not { Count: > 0 } ids)
            return (erase, null);
        var sending = await tries.OnceAsync(erase.ChannelId, () => sender.TakeBackAsync(ids, erase, CancellationToken.None), stopping).ConfigureAwait(false);
        return (erase with { TakesBack = sending.Result is SendResult.Sent or SendResult.Refused ? [] : sending.Left ?? ids }, sending.After);
    }

    /// <summary>Beside what else is said in the chat, and until its row is swept: then no app takes anything back any more.</summary>
    public async Task GoOnAsync(long id, Parcel erase, TimeSpan? after, CancellationToken stopping)
    {
        try
        {
            for (var tried = 0; erase.TakesBack is { Count: > 0 } && senders(erase.ChannelId) is { } sender; tried++)
            {
                if (!await outbox.ChangeAsync(id, erase, stopping).ConfigureAwait(false))
                    return;
                await Task.Delay(Pause(tried, after), time, stopping).ConfigureAwait(false);
                (erase, after) = await OnceAsync(sender, erase, stopping).ConfigureAwait(false);
            }
            await outbox.RemoveAsync(id, stopping).ConfigureAwait(false);
        }
        catch (Exception) when (stopping.IsCancellationRequested)
        {
            // It waits in the outbox for the next start.
        }
    }

    private static TimeSpan Pause(int tried, TimeSpan? after)
    {
        var own = TimeSpan.FromSeconds(Math.Min(Math.Pow(2, tried), Longest.TotalSeconds));
        return after > own ? after.Value : own;
    }
}
