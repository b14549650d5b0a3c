using Microsoft.Extensions.Time.Testing;
using RemedyBot.Channels.WhatsApp;

namespace RemedyBot.Tests.Channels.WhatsApp;

public sealed class ServiceWindowTests
{
    private readonly FakeTimeProvider _clock = new(new(2026, 11, 22, 12, 0, 0, TimeSpan.Zero));

    [Fact]
    public void It_is_open_for_a_day_from_the_last_word()
    {
        var window = new ServiceWindow(_clock, TimeSpan.FromHours(24));
        Assert.False(window.IsClosed("1"));
        window.Wrote("1", _clock.GetUtcNow());
        _clock.Advance(TimeSpan.FromHours(24) - TimeSpan.FromSeconds(1));
        Assert.False(window.IsClosed("1"));
        _clock.Advance(TimeSpan.FromSeconds(1));
        Assert.True(window.IsClosed("1"));
        window.Wrote("1", _clock.GetUtcNow());
        Assert.False(window.IsClosed("1"));
    }

    [Fact]
    public void A_word_that_was_brought_late_counts_from_when_it_was_sent()
    {
        var window = new ServiceWindow(_clock, TimeSpan.FromHours(24));
        window.Wrote("1", _clock.GetUtcNow() - TimeSpan.FromHours(25));
        Assert.True(window.IsClosed("1"));
        window.Wrote("2", _clock.GetUtcNow() + TimeSpan.FromDays(300));
        _clock.Advance(TimeSpan.FromHours(24));
        Assert.True(window.IsClosed("2"));
    }

    [Fact]
    public void Somebody_is_asked_to_write_once_and_again_only_after_they_did()
    {
        var window = new ServiceWindow(_clock, TimeSpan.FromHours(24));
        Assert.True(window.MayInvite("1"));
        Assert.False(window.MayInvite("1"));
        Assert.True(window.MayInvite("2"));
        _clock.Advance(TimeSpan.FromHours(1));
        window.Wrote("1", _clock.GetUtcNow());
        Assert.True(window.MayInvite("1"));
    }

    [Fact]
    public void Who_could_not_be_asked_may_be_asked_again()
    {
        var window = new ServiceWindow(_clock, TimeSpan.FromHours(24));
        Assert.True(window.MayInvite("1"));
        window.NotInvited("1");
        Assert.True(window.MayInvite("1"));
        Assert.False(window.MayInvite("1"));
    }
}
