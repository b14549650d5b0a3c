using System.Diagnostics.Metrics;
using System.Security.Cryptography;
using Microsoft.Extensions.Logging;
using RemedyBot.Handoff.Consent;
using RemedyBot.Handoff.Letters;
using RemedyBot.Storage.Mailboxes;
using RemedyBot.Storage.Outbox;

namespace RemedyBot.Handoff.Delivery;

/// <summary>
/// Takes what is due out of the outbox and brings it to its recipient: at least once, in any order. The person is told `delivered`
/// by the same commit that takes the entry out, never before.
/// </summary>
public sealed class Dispatcher(OutboxStore outbox, IReadOnlyList<ISender> senders, TimeProvider time, ILogger<Dispatcher> log)
{
    public const string MeterName = "RemedyBot.Handoff";

    private const int AtOnce = 16;
    private static readonly TimeSpan Pause = TimeSpan.FromSeconds(1);
    private static readonly TimeSpan PauseAfterFailure = TimeSpan.FromSeconds(15);
    private static readonly Meter Meter = new(MeterName);
    private static readonly Counter<long> Attempts = Meter.CreateCounter<long>("remedybot_delivery_attempts");

    /// <summary>Runs until cancelled. A failing store or sender is a pause, never an end.</summary>
    public async Task RunAsync(CancellationToken cancellation)
    {
        while (!cancellation.IsCancellationRequested)
        {
            var pause = Pause;
            try
            {
                if (await RunOnceAsync(cancellation).ConfigureAwait(false) > 0)
                    continue;
            }
            catch (OperationCanceledException) when (cancellation.IsCancellationRequested)
            {
                return;
            }
            catch (Exception e)
            {
                // The type only: an exception's text may quote what was being sent.
                log.LogError("Deliveries pause after a {Failure}", e.GetType().Name);
                pause = PauseAfterFailure;
            }

            await Task.Delay(pause, time, cancellation).ConfigureAwait(ConfigureAwaitOptions.SuppressThrowing);
        }
    }

    /// <summary>Tries everything that is due once. Returns how many entries left the outbox.</summary>
    public async Task<int> RunOnceAsync(CancellationToken cancellation)
    {
        var gone = 0;
        foreach (var entry in await outbox.DueAsync(AtOnce, cancellation).ConfigureAwait(false))
        {
            using (entry)
                gone += await DispatchAsync(entry, cancellation).ConfigureAwait(false) ? 1 : 0;
        }

        return gone;
    }

    private async Task<bool> DispatchAsync(OutboxEntry entry, CancellationToken cancellation)
    {
        if (Parcel.Read(entry.Payload.Span) is not { } parcel)
            return await outbox.CompleteAsync(entry, new Completion(), cancellation).ConfigureAwait(false);
        var outcome = await AttemptAsync(parcel, cancellation).ConfigureAwait(false);
        Attempts.Add(1, new KeyValuePair<string, object?>("outcome", outcome.GetType().Name));
        return outcome switch
        {
            SendOutcome.Delivered delivered => await CompleteAsync(entry, parcel, delivered, cancellation).ConfigureAwait(false),
            SendOutcome.TryLater => await PostponeAsync(entry, parcel, cancellation).ConfigureAwait(false),
            _ => await GiveUpAsync(entry, parcel, cancellation).ConfigureAwait(false),
        };
    }

    private async Task<SendOutcome> AttemptAsync(Parcel parcel, CancellationToken cancellation)
    {
        if (Today() >= parcel.Expires)
            return new SendOutcome.Refused("expired");
        if (senders.FirstOrDefault(sender => sender.Takes(parcel)) is not { } sender)
            return new SendOutcome.TryLater("no_sender");
        try
        {
            return await sender.SendAsync(parcel, cancellation).ConfigureAwait(false);
        }
        catch (Exception e) when (!cancellation.IsCancellationRequested)
        {
            log.LogWarning("A delivery failed with a {Failure}", e.GetType().Name);
            return new SendOutcome.TryLater("failure");
        }
    }

    private Task<bool> CompleteAsync(OutboxEntry entry, Parcel parcel, SendOutcome.Delivered delivered, CancellationToken cancellation)
    {
        var letter = Letter(parcel, HandoffState.Delivered, delivered.Reference);
        return outbox.CompleteAsync(entry, new Completion(letter, delivered.Desk, delivered.Thread), cancellation);
    }

    private async Task<bool> PostponeAsync(OutboxEntry entry, Parcel parcel, CancellationToken cancellation)
    {
        var spread = RandomNumberGenerator.GetInt32(1_000) / 1_000d;
        if (RetryPolicy.Next(entry.Attempts + 1, time.GetUtcNow(), parcel.Expires, spread) is not { } due)
            return await GiveUpAsync(entry, parcel, cancellation).ConfigureAwait(false);
        await outbox.PostponeAsync(entry, due, payload: null, cancellation).ConfigureAwait(false);
        return false;
    }

    // Nothing is kept for a later try: the person is told that it failed and chooses another way, so a late delivery would be a lie.
    private Task<bool> GiveUpAsync(OutboxEntry entry, Parcel parcel, CancellationToken cancellation)
    {
        var letter = Letter(parcel, HandoffState.Failed, parcel.Ref);
        return outbox.CompleteAsync(entry, new Completion(letter), cancellation);
    }

    private LetterDraft? Letter(Parcel parcel, HandoffState state, string reference) => parcel.Box is { } box
        ? LetterSeal.Seal(new Note(state, reference, Text: null, Today()), box, LastDays.OfLetter(parcel.Expires, Today()))
        : null;

    private DateOnly Today() => DateOnly.FromDateTime(time.GetUtcNow().UtcDateTime);
}
