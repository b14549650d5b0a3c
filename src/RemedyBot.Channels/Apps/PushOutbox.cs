using Microsoft.Extensions.Logging;

namespace RemedyBot.Channels.Apps;

/// <summary>The outbox, asked again where it fails: what was sent and still stands in it would be sent twice.</summary>
internal sealed class PushOutbox(IPushes pushes, TimeProvider time, ILogger log)
{
    /// <summary>What an earlier process left cannot be read.</summary>
    public bool IsUnread { get; private set; }

    public Task<IReadOnlyList<(long Id, Parcel Parcel)>> ListAsync(CancellationToken stopping) => RepeatAsync(() => pushes.ListAsync(stopping), unread => IsUnread = unread, stopping);

    /// <summary>False: it is gone.</summary>
    public Task<bool> ChangeAsync(long id, Parcel parcel, CancellationToken stopping) => RepeatAsync(() => pushes.ChangeAsync(id, parcel, CancellationToken.None), _ => { }, stopping);

    public Task<long> AddAsync(Parcel parcel, CancellationToken stopping) => RepeatAsync(() => pushes.AddAsync(parcel, CancellationToken.None), _ => { }, stopping);

    public Task RemoveAsync(long id, CancellationToken stopping) => RepeatAsync(
        async () =>
        {
            await pushes.RemoveAsync(id, CancellationToken.None).ConfigureAwait(false);
            return true;
        },
        _ => { },
        stopping);

    private async Task<T> RepeatAsync<T>(Func<Task<T>> work, Action<bool> failing, CancellationToken stopping)
    {
        for (var tried = 0; ; tried++)
        {
            try
            {
                var done = await work().ConfigureAwait(false);
                failing(false);
                return done;
            }
            catch (Exception e) when (!stopping.IsCancellationRequested)
            {
                // The type only: an exception's text may quote what was being sent.
                log.LogError("The outbox of replies failed with a {Failure}", e.GetType().Name);
                failing(true);
            }
            await Task.Delay(PushTries.Pause(tried), time, stopping).ConfigureAwait(false);
        }
    }
}
