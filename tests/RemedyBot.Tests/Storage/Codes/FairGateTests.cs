using Microsoft.Extensions.Time.Testing;
using RemedyBot.Storage.Codes;

namespace RemedyBot.Tests.Storage.Codes;

public class FairGateTests
{
    private readonly FakeTimeProvider _time = new();

    [Fact]
    public async Task Buckets_are_served_in_turn()
    {
        var gate = Gate(atOnce: 1, waiting: 10);
        Assert.True(await gate.EnterAsync("crowd", default));
        var served = new List<string>();
        var crowd = Enumerable.Range(0, 3).Select(_ => Pass(gate, "crowd", served)).ToList();
        var single = Pass(gate, "single", served);
        gate.Leave();

        await Task.WhenAll([.. crowd, single]);

        Assert.Equal(["crowd", "single", "crowd", "crowd"], served);
    }

    [Fact]
    public async Task A_full_gate_sends_a_crowds_last_away_for_a_newcomer_and_a_crowds_newcomer_away()
    {
        var gate = Gate(atOnce: 1, waiting: 3);
        Assert.True(await gate.EnterAsync("crowd", default));
        var crowd = Enumerable.Range(0, 3).Select(_ => gate.EnterAsync("crowd", default)).ToList();

        Assert.False(await gate.EnterAsync("crowd", default));
        var newcomer = gate.EnterAsync("newcomer", default);

        Assert.False(await crowd[2]);
        gate.Leave();
        Assert.True(await crowd[0]);
        gate.Leave();
        Assert.True(await newcomer);
    }

    [Fact]
    public async Task Who_waited_ten_seconds_is_sent_away_and_takes_no_place()
    {
        var gate = Gate(atOnce: 1, waiting: 3);
        Assert.True(await gate.EnterAsync("a", default));
        var waiting = gate.EnterAsync("b", default);
        _time.Advance(TimeSpan.FromSeconds(10));

        Assert.False(await waiting);
        Assert.Equal(0, gate.Waiting);
        gate.Leave();
        Assert.True(await gate.EnterAsync("c", default));
    }

    [Fact]
    public async Task A_cancelled_wait_takes_no_place()
    {
        var gate = Gate(atOnce: 1, waiting: 3);
        Assert.True(await gate.EnterAsync("a", default));
        using var stop = new CancellationTokenSource();
        var waiting = gate.EnterAsync("b", stop.Token);
        await stop.CancelAsync();

        await Assert.ThrowsAnyAsync<OperationCanceledException>(() => waiting);
        Assert.Equal(0, gate.Waiting);
    }

    private FairGate Gate(int atOnce, int waiting) => new(atOnce, waiting, TimeSpan.FromSeconds(10), _time);

    private static async Task Pass(FairGate gate, string bucket, List<string> served)
    {
        Assert.True(await gate.EnterAsync(bucket, default));
        lock (served)
            served.Add(bucket);
        gate.Leave();
    }
}
