using RemedyBot.Turns;

namespace RemedyBot.Tests.Channels;

/// <summary>Ids of messages are kept for as long as the channel takes messages back, and no day longer.</summary>
public sealed class TracedDayTests
{
    private static readonly DateOnly Today = new(2026, 11, 23);

    [Theory]
    [InlineData(0, 5)]
    [InlineData(1, 2)]
    [InlineData(24, 2)]
    [InlineData(25, 3)]
    [InlineData(48, 3)]
    public void Days_are_kept_as_the_hours_of_the_channel_say(int hours, int kept)
    {
        IReadOnlyList<TracedDay> known = [.. Enumerable.Range(0, 5).Select(ago => new TracedDay(Today.AddDays(ago - 4), $"id{4 - ago}"))];
        Assert.Equal(kept, TracedDay.With(known, new("channel", "chat") { Deletes = hours }, Today).Count);
    }

    [Fact]
    public void A_channel_that_takes_nothing_back_leaves_no_ids() =>
        Assert.Empty(TracedDay.With([], new("channel", "chat") { Traces = ["1", "2"] }, Today));
}
