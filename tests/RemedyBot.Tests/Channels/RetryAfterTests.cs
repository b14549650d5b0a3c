using System.Net.Http.Headers;
using Microsoft.Extensions.Time.Testing;
using RemedyBot.Channels.Apps;

namespace RemedyBot.Tests.Channels;

public sealed class RetryAfterTests
{
    private static readonly DateTimeOffset Now = new(2026, 11, 23, 12, 0, 0, TimeSpan.Zero);

    [Theory]
    [InlineData("7", 7)]
    [InlineData("Mon, 23 Nov 2026 12:00:20 GMT", 20)]
    [InlineData("3600", 60)]
    [InlineData("Tue, 24 Nov 2026 12:00:00 GMT", 60)]
    [InlineData("0", null)]
    [InlineData("Mon, 23 Nov 2026 11:59:59 GMT", null)]
    [InlineData(null, null)]
    public void Seconds_and_dates_are_waited_for_a_minute_at_most(string? header, int? seconds)
    {
        var asked = header is null ? null : RetryConditionHeaderValue.Parse(header);

        Assert.Equal(seconds, RetryAfter.Of(asked, new FakeTimeProvider(Now))?.TotalSeconds);
    }
}
