using Microsoft.Extensions.Logging;

namespace RemedyBot.Channels.Apps;

/// <summary>Sends one message as often as it makes sense, and no oftener.</summary>
internal sealed class PushTries(SendPace pace, TimeProvider time, ILogger log)
{
    /// <summary>Who talks now wants no answer of an hour ago: after this long it waits until they write.</summary>
    private static readonly TimeSpan GivenUpAfter = TimeSpan.FromMinutes(10);

    private static readonly TimeSpan Longest = TimeSpan.FromMinutes(1);

    private int _failing;

    public int Failing => Volatile.Read(ref _failing);

    public Action<string, Sending> Watch { get; set; } = (_, _) => { };

    public static TimeSpan Pause(int tried) => TimeSpan.FromSeconds(Math.Min(Math.Pow(2, tried), Longest.TotalSeconds));

    /// <param name="send">Not cut short by a stop, or nobody would know whether it arrived.</param>
    /// <param name="began">When the first message of its parcel was tried.</param>
    /// <param name="stopping">Nothing new is tried from then on.</param>
    /// <returns>What became of it; null where its conversation was erased meanwhile.</returns>
    public async Task<Sending?> RunAsync(string channel, PushLane lane, Func<Task<Sending>> send, long began, CancellationToken stopping)
    {
        var (failing, uncertain) = (false, 0);
        var erased = lane.Erased.Task;
        try
        {
            for (var tried = 0; ; tried++)
            {
                await pace.EnterAsync(channel, stopping).ConfigureAwait(false);
                stopping.ThrowIfCancellationRequested();
                if (erased.IsCompleted)
                    return null;
                var sending = await SendAsync(channel, send).ConfigureAwait(false);
                if (sending.Result is not SendResult.Sent)
                    lane.IsLate();
                uncertain += sending.Result is SendResult.Uncertain ? 1 : 0;
                // Twice the same question confuses; where it may have arrived, one more try is all.
                if (sending.Result is SendResult.Sent or SendResult.Refused || uncertain > 1 || time.GetElapsedTime(began) > GivenUpAfter)
                    return sending;
                if (!failing)
                    Interlocked.Increment(ref _failing);
                failing = true;
                await Task.WhenAny(Task.Delay(sending.After ?? Pause(tried), time, stopping), erased).ConfigureAwait(false);
                stopping.ThrowIfCancellationRequested();
            }
        }
        finally
        {
            if (failing)
                Interlocked.Decrement(ref _failing);
        }
    }

    /// <summary>One try, at the channel's pace.</summary>
    public async Task<Sending> OnceAsync(string channel, Func<Task<Sending>> send, CancellationToken stopping)
    {
        await pace.EnterAsync(channel, stopping).ConfigureAwait(false);
        stopping.ThrowIfCancellationRequested();
        return await SendAsync(channel, send).ConfigureAwait(false);
    }

    private async Task<Sending> SendAsync(string channel, Func<Task<Sending>> send)
    {
        var sending = await CatchAsync(send).ConfigureAwait(false);
        Watch(channel, sending);
        return sending;
    }

    private async Task<Sending> CatchAsync(Func<Task<Sending>> send)
    {
        try
        {
            return await send().ConfigureAwait(false);
        }
        catch (Exception e)
        {
            // The type only: an exception's text may quote what was being sent.
            log.LogError("A reply to a channel failed with a {Failure}", e.GetType().Name);
            return new(SendResult.Uncertain);
        }
    }
}
