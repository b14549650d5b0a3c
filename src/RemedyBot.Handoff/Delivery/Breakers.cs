using System.Collections.Concurrent;
using Polly;
using Polly.CircuitBreaker;
using Polly.Timeout;

namespace RemedyBot.Handoff.Delivery;

/// <summary>
/// One pipeline for each recipient: a limit in time, and a circuit that opens when nearly everything fails, so that a helpline's broken system
/// is not hammered and costs no attempts. Retries are not here: they stand in the outbox and outlive the process.
/// </summary>
internal sealed class Breakers(TimeProvider time)
{
    internal static readonly TimeSpan Limit = TimeSpan.FromSeconds(90);

    private const double FailureRatio = 0.8;
    private const int LeastAttempts = 10;
    private static readonly TimeSpan Watched = TimeSpan.FromMinutes(2);
    private static readonly TimeSpan Break = TimeSpan.FromSeconds(30);

    private readonly ConcurrentDictionary<string, ResiliencePipeline<SendOutcome>> _pipelines = new(StringComparer.Ordinal);

    /// <summary>Null where the circuit is open: the recipient was not asked.</summary>
    internal async Task<SendOutcome?> RunAsync(ISender sender, Parcel parcel, CancellationToken cancellation)
    {
        var pipeline = _pipelines.GetOrAdd(parcel.Recipient.Id, _ => Build());
        try
        {
            return await pipeline.ExecuteAsync(
                static async (call, token) => await call.sender.SendAsync(call.parcel, token).ConfigureAwait(false), (sender, parcel), cancellation).ConfigureAwait(false);
        }
        catch (BrokenCircuitException)
        {
            return null;
        }
        catch (TimeoutRejectedException)
        {
            return new SendOutcome.TryLater(Reasons.Slow) { MayHaveArrived = true };
        }
    }

    /// <summary>How long what meets an open circuit is put off.</summary>
    internal static TimeSpan PutOff => Break;

    private ResiliencePipeline<SendOutcome> Build() => new ResiliencePipelineBuilder<SendOutcome> { TimeProvider = time }
        .AddCircuitBreaker(new CircuitBreakerStrategyOptions<SendOutcome>
        {
            FailureRatio = FailureRatio,
            MinimumThroughput = LeastAttempts,
            SamplingDuration = Watched,
            BreakDuration = Break,
            ShouldHandle = static call => ValueTask.FromResult(
                call.Outcome.Exception is not null ? !call.Context.CancellationToken.IsCancellationRequested : call.Outcome.Result is SendOutcome.TryLater),
        })
        .AddTimeout(new TimeoutStrategyOptions { Timeout = Limit })
        .Build();
}
