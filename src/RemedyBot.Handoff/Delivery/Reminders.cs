using Microsoft.Extensions.Logging;
using RemedyBot.Storage.Outbox;

namespace RemedyBot.Handoff.Delivery;

/// <summary>
/// Tells recipients that a consent is about to end: once, by the reference alone, in the same ticket, thread or folder. The mark that it was
/// told and the parcel that tells it are one commit. The desk needs none: its list says so itself.
/// </summary>
public sealed class Reminders(ThreadStore threads, TimeProvider time, ILogger<Reminders> log)
{
    /// <summary>Time enough to say what still needs saying, and to delete the case.</summary>
    public const int DaysBefore = 3;

    private static readonly TimeSpan Pause = TimeSpan.FromHours(1);

    /// <summary>Runs until cancelled.</summary>
    public async Task RunAsync(CancellationToken cancellation)
    {
        while (!cancellation.IsCancellationRequested)
        {
            try
            {
                await RunOnceAsync(cancellation).ConfigureAwait(false);
            }
            catch (Exception e) when (!cancellation.IsCancellationRequested)
            {
                log.LogError("Reminders pause after a {Failure}", e.GetType().Name);
            }
            catch (OperationCanceledException)
            {
                return;
            }

            await Task.Delay(Pause, time, cancellation).ConfigureAwait(ConfigureAwaitOptions.SuppressThrowing);
        }
    }

    /// <summary>Queues a reminder for each consent that has come near its end. Returns how many.</summary>
    public async Task<int> RunOnceAsync(CancellationToken cancellation)
    {
        var now = time.GetUtcNow();
        var soon = DateOnly.FromDateTime(now.UtcDateTime).AddDays(DaysBefore);
        var queued = 0;
        foreach (var entry in await threads.ListAsync(cancellation).ConfigureAwait(false))
        {
            using (entry)
            {
                if (TicketThread.Read(entry.Payload.Span) is not { Reminded: false } thread || thread.Expires > soon)
                    continue;
                var reminder = Parcel.OfReminder(thread.Recipient, thread.Ref, thread.Expires).ToDraft(OutboxStore.NoticeIdOf(thread.Ref), now);
                queued += await threads.ReplaceAsync(entry, new ThreadChange((thread with { Reminded = true }).ToDraft()) { Further = [reminder] }, cancellation).ConfigureAwait(false) ? 1 : 0;
            }
        }

        return queued;
    }
}
