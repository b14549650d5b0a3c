using System.Net;
using Microsoft.Extensions.Time.Testing;
using RemedyBot.Storage.Sealing;
using RemedyBot.Turns;

namespace RemedyBot.Tests.Turns;

public sealed class PaceTests
{
    private static readonly byte[] Somebody = [1, 2, 3];
    private static readonly byte[] SomebodyElse = [4, 5, 6];
    private readonly FakeTimeProvider _time = new();

    [Fact]
    public void Ten_messages_go_at_once_and_the_next_waits_a_second()
    {
        var pace = new Pace(new(), _time);
        for (var i = 0; i < 10; i++)
            Assert.True(pace.MessageAsync(Somebody, default).IsCompletedSuccessfully);
        var eleventh = pace.MessageAsync(Somebody, default);
        Assert.False(eleventh.IsCompleted);
        _time.Advance(TimeSpan.FromMilliseconds(999));
        Assert.False(eleventh.IsCompleted);
        _time.Advance(TimeSpan.FromMilliseconds(1));
        Assert.True(eleventh.IsCompletedSuccessfully);
    }

    [Fact]
    public void One_conversation_does_not_slow_another()
    {
        var pace = new Pace(new(), _time);
        for (var i = 0; i < 11; i++)
            _ = pace.MessageAsync(Somebody, default);
        Assert.True(pace.MessageAsync(SomebodyElse, default).IsCompletedSuccessfully);
    }

    [Fact]
    public void A_message_never_waits_longer_than_a_second_however_many_were_sent()
    {
        var pace = new Pace(new(), _time);
        var waiting = Enumerable.Range(0, 500).Select(_ => pace.MessageAsync(Somebody, default)).ToList();
        _time.Advance(TimeSpan.FromSeconds(1));
        Assert.All(waiting, task => Assert.True(task.IsCompletedSuccessfully));
    }

    [Fact]
    public void Whoever_paused_may_send_ten_at_once_again()
    {
        var pace = new Pace(new(), _time);
        for (var i = 0; i < 10; i++)
            _ = pace.MessageAsync(Somebody, default);
        _time.Advance(TimeSpan.FromSeconds(10));
        for (var i = 0; i < 10; i++)
            Assert.True(pace.MessageAsync(Somebody, default).IsCompletedSuccessfully);
        Assert.False(pace.MessageAsync(Somebody, default).IsCompleted);
    }

    [Fact]
    public void Twenty_conversations_begin_at_once_and_the_others_wait_two_seconds_at_most()
    {
        var pace = new Pace(new(), _time);
        for (var i = 0; i < 20; i++)
            Assert.True(pace.StartAsync(default).IsCompletedSuccessfully);
        var next = pace.StartAsync(default);
        Assert.False(next.IsCompleted);
        var flood = Enumerable.Range(0, 1000).Select(_ => pace.StartAsync(default)).ToList();
        _time.Advance(TimeSpan.FromMilliseconds(50));
        Assert.True(next.IsCompletedSuccessfully);
        Assert.False(flood[^1].IsCompleted);
        _time.Advance(TimeSpan.FromSeconds(2));
        Assert.All(flood, task => Assert.True(task.IsCompletedSuccessfully));
    }

    [Fact]
    public void Memory_stays_bounded_and_those_who_went_silent_make_room()
    {
        var pace = new Pace(new(), _time);
        for (var i = 0; i < 100_500; i++)
            _ = pace.MessageAsync(BitConverter.GetBytes(i), default);
        Assert.Equal(100_000, pace.Tracked);
        _time.Advance(TimeSpan.FromSeconds(2));
        _ = pace.MessageAsync(SomebodyElse, default);
        Assert.Equal(1, pace.Tracked);
    }

    [Fact]
    public void A_bucket_is_the_same_for_a_prefix_and_tells_nothing_of_it()
    {
        var buckets = new PaceBuckets(new SystemRandomness());
        var name = buckets.Of(IPAddress.Parse("203.0.113.7"));
        Assert.Equal(name, buckets.Of(IPAddress.Parse("203.0.113.200")));
        Assert.Equal(name, buckets.Of(IPAddress.Parse("::ffff:203.0.113.9")));
        Assert.NotEqual(name, buckets.Of(IPAddress.Parse("203.0.114.7")));
        Assert.Equal(buckets.Of(IPAddress.Parse("2001:db8:1::1")), buckets.Of(IPAddress.Parse("2001:db8:1:2::9")));
        Assert.NotEqual(name, new PaceBuckets(new SystemRandomness()).Of(IPAddress.Parse("203.0.113.7")));
        Assert.DoesNotContain("203", name, StringComparison.Ordinal);
    }
}
