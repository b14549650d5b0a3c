using System.Collections.Concurrent;
using System.Diagnostics.Metrics;
using System.Security.Cryptography;
using Microsoft.Extensions.Logging;
using RemedyBot.Handoff.Consent;
using RemedyBot.Handoff.Letters;
using RemedyBot.Storage.Outbox;

namespace RemedyBot.Handoff.Delivery;

/// <summary>
/// Takes what is due out of the outbox and brings it to its recipient: at least once, each case in order, each recipient in a lane of their
/// own. The person is told `delivered` by the same commit that takes the entry out, never before.
/// </summary>
public sealed class Dispatcher(OutboxStore outbox, IReadOnlyList<ISender> senders, TimeProvider time, ILogger<Dispatcher> log)
{
    public const string MeterName = "RemedyBot.Handoff";

    /// <summary>Longer than any attempt may take: who holds a lease that has ended is dead.</summary>
    public static readonly TimeSpan Lease = Breakers.Limit + TimeSpan.FromSeconds(60);

    private const int AtOnce = 32;
    private const int TriesForALateCase = 4;
    private static readonly TimeSpan Pause = TimeSpan.FromSeconds(1);
    private static readonly TimeSpan PauseAfterFailure = TimeSpan.FromSeconds(15);
    private static readonly Meter Meter = new(MeterName);
    private static readonly Counter<long> Attempts = Meter.CreateCounter<long>("remedybot_delivery_attempts");

    private readonly Breakers _breakers = new(time);
    private readonly Setbacks _setbacks = new(time, log);
    private readonly ConcurrentDictionary<string, bool> _busy = new(StringComparer.Ordinal);

    /// <summary>Runs until cancelled. A failing store or sender is a pause, never an end; a slow recipient delays nobody else.</summary>
    public async Task RunAsync(CancellationToken cancellation)
    {
        var running = new List<Task<int>>();
        while (!cancellation.IsCancellationRequested)
        {
            try
            {
                running.AddRange(await StartAsync(cancellation).ConfigureAwait(false));
                await Task.WhenAny([.. running, Task.Delay(Pause, time, cancellation)]).ConfigureAwait(false);
                var ended = running.Where(lane => lane.IsCompleted).ToList();
                running.RemoveAll(ended.Contains);
                await Task.WhenAll(ended).ConfigureAwait(false);
            }
            catch (OperationCanceledException) when (cancellation.IsCancellationRequested)
            {
                break;
            }
            catch (Exception e)
            {
                // The type only: an exception's text may quote what was being sent.
                log.LogError("Deliveries pause after a {Failure}", e.GetType().Name);
                await Task.Delay(PauseAfterFailure, time, cancellation).ConfigureAwait(ConfigureAwaitOptions.SuppressThrowing);
            }
        }

        await ((Task)Task.WhenAll(running)).ConfigureAwait(ConfigureAwaitOptions.SuppressThrowing);
    }

    /// <summary>Tries everything that is due once. Returns how many entries were delivered or given up.</summary>
    public async Task<int> RunOnceAsync(CancellationToken cancellation) =>
        (await Task.WhenAll(await StartAsync(cancellation).ConfigureAwait(false)).ConfigureAwait(false)).Sum();

    private async Task<IReadOnlyList<Task<int>>> StartAsync(CancellationToken cancellation)
    {
        var entries = await outbox.ListAsync(cancellation).ConfigureAwait(false);
        var now = time.GetUtcNow();
        var waiting = new List<Waiting>();
        // Most of the time nothing is due: then nothing is read.
        foreach (var entry in entries.Any(entry => entry.Dead is null && entry.Due <= now) ? entries : [])
        {
            if (Parcel.Read(entry.Payload.Span) is { } parcel)
                waiting.Add(new Waiting(entry, parcel));
            else if (entry.Dead is null)
                await outbox.BuryAsync(entry, Reasons.Malformed, LastDays.OfDeadLetter(entry.LastDay.AddDays(1), Today()), letter: null, cancellation).ConfigureAwait(false);
        }

        var lanes = DispatchPlan.Lanes(waiting, now, AtOnce).Where(lane => _busy.TryAdd(lane[0].Parcel.Recipient.Id, true)).ToList();
        entries.Except(lanes.SelectMany(lane => lane).Select(one => one.Entry)).ToList().ForEach(entry => entry.Dispose());
        return [.. lanes.Select(lane => RunLaneAsync(lane, cancellation))];
    }

    private async Task<int> RunLaneAsync(IReadOnlyList<Waiting> lane, CancellationToken cancellation)
    {
        var gone = 0;
        try
        {
            foreach (var (entry, parcel) in lane)
            {
                using (entry)
                    gone += await HeldAsync(entry, parcel, cancellation).ConfigureAwait(false) is { } held
                        && await DispatchAsync(held, parcel with { Repeat = held.MayHaveArrived }, cancellation).ConfigureAwait(false) ? 1 : 0;
            }
        }
        finally
        {
            _busy.TryRemove(lane[0].Parcel.Recipient.Id, out _);
        }

        return gone;
    }

    private async Task<OutboxEntry?> HeldAsync(OutboxEntry entry, Parcel parcel, CancellationToken cancellation) =>
        senders.FirstOrDefault(sender => sender.Takes(parcel)) is { StaysHere: true } ? entry : await outbox.LeaseAsync(entry, Lease, cancellation).ConfigureAwait(false);

    private async Task<bool> DispatchAsync(OutboxEntry entry, Parcel parcel, CancellationToken cancellation)
    {
        if (await AttemptAsync(parcel, cancellation).ConfigureAwait(false) is not { } outcome)
        {
            await outbox.DeferAsync(entry, time.GetUtcNow() + (Breakers.PutOff * (1 + Spread())), cancellation).ConfigureAwait(false);
            return false;
        }

        Attempts.Add(1, new KeyValuePair<string, object?>("outcome", outcome.GetType().Name));
        return outcome switch
        {
            SendOutcome.Delivered delivered => await CompleteAsync(entry, parcel, delivered, cancellation).ConfigureAwait(false),
            SendOutcome.TryLater later => await PostponeAsync(entry, parcel, later, cancellation).ConfigureAwait(false),
            SendOutcome.Refused refused => await GiveUpAsync(entry, parcel, (refused.Reason, entry.MayHaveArrived), cancellation).ConfigureAwait(false),
            _ => false,
        };
    }

    private async Task<SendOutcome?> AttemptAsync(Parcel parcel, CancellationToken cancellation)
    {
        if (Today() >= parcel.Expires)
            return new SendOutcome.Refused(Reasons.Expired);
        if (senders.FirstOrDefault(sender => sender.Takes(parcel)) is not { } sender)
            return new SendOutcome.TryLater(Reasons.RecipientRemoved);
        try
        {
            return await _breakers.RunAsync(sender, parcel, cancellation).ConfigureAwait(false);
        }
        catch (Exception e) when (!cancellation.IsCancellationRequested)
        {
            _setbacks.Failed(e);
            return new SendOutcome.TryLater(Reasons.Failure);
        }
    }

    private Task<bool> CompleteAsync(OutboxEntry entry, Parcel parcel, SendOutcome.Delivered delivered, CancellationToken cancellation)
    {
        foreach (var field in delivered.Lost)
            _setbacks.Lost(field);
        var letter = parcel.Form == ParcelForm.Withdrawal
            ? parcel.Tell(HandoffState.Withdrawn, delivered.Reference, Today(), TakenBack.Told)
            : parcel.Tell(HandoffState.Delivered, delivered.Reference, Today());
        var next = parcel.Notify is { } told
            ? new Parcel(told, parcel.Ref, Box: null, ParcelForm.Notice, parcel.Expires, Content: "").ToDraft(OutboxStore.NoticeIdOf(parcel.Ref), time.GetUtcNow())
            : null;
        return outbox.CompleteAsync(entry, new Completion(letter, delivered.Desk, delivered.Thread, next), cancellation);
    }

    private async Task<bool> PostponeAsync(OutboxEntry entry, Parcel parcel, SendOutcome.TryLater later, CancellationToken cancellation)
    {
        var (reason, mayHaveArrived) = (later.Reason, entry.MayHaveArrived || later.MayHaveArrived);
        _setbacks.Waits(reason);
        var attempts = entry.Attempts + 1;
        // A withdrawal of what never arrived, or is there no more, has nothing left to do; but an attempt that timed out may still be arriving,
        // and a system that once had the case may find it again.
        if (reason == Reasons.NoCase && parcel.Form is ParcelForm.Withdrawal or ParcelForm.Reminder && attempts >= (parcel.Arrived ? RetryPolicy.MostAttempts : TriesForALateCase))
            return await outbox.CompleteAsync(entry, new Completion(parcel.Tell(HandoffState.Withdrawn, parcel.Ref, Today(), TakenBack.NotThere)), cancellation).ConfigureAwait(false);
        if (RetryPolicy.Next(parcel, reason, attempts, time.GetUtcNow(), Spread()) is not { } due)
            return await GiveUpAsync(entry, parcel, (reason, mayHaveArrived), cancellation).ConfigureAwait(false);
        var setback = new Setback(due, reason)
        {
            MayHaveArrived = mayHaveArrived,
            // Only a withdrawal gets so far: it goes on being tried, and the person should not have to wait for that.
            Letter = attempts == RetryPolicy.MostAttempts ? parcel.TellLoss(Today(), mayHaveArrived) : null,
        };
        await outbox.PostponeAsync(entry, setback, cancellation).ConfigureAwait(false);
        return false;
    }

    // The person is told that it failed and chooses another way. A dead letter waits a few days for an operator who mends the cause; what
    // the consent no longer covers does not, nor does a person's address.
    private Task<bool> GiveUpAsync(OutboxEntry entry, Parcel parcel, (string Reason, bool MayHaveArrived) why, CancellationToken cancellation)
    {
        _setbacks.Waits(why.Reason);
        var letter = parcel.TellLoss(Today(), why.MayHaveArrived);
        return why.Reason == Reasons.Expired || parcel.Form == ParcelForm.LateNotice
            ? outbox.CompleteAsync(entry, new Completion(letter), cancellation)
            : outbox.BuryAsync(entry, why.Reason, LastDays.OfDeadLetter(parcel.Expires, Today()), letter, cancellation);
    }

    // Jitter, so that many deliveries that failed together do not come back together.
    private static double Spread() => RandomNumberGenerator.GetInt32(1_000) / 1_000d;

    private DateOnly Today() => DateOnly.FromDateTime(time.GetUtcNow().UtcDateTime);
}
