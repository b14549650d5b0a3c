using System.Net.Http.Headers;

namespace RemedyBot.Channels.Apps;

/// <summary>How long another side asks us to wait, given in seconds or as a date (RFC 9110, 10.2.3).</summary>
internal static class RetryAfter
{
    private static readonly TimeSpan Longest = TimeSpan.FromMinutes(1);

    /// <returns>Null where it asks for nothing, or for a moment that is over; at most a minute, since somebody waits for an answer.</returns>
    public static TimeSpan? Of(RetryConditionHeaderValue? asked, TimeProvider time)
    {
        var wait = asked?.Delta ?? asked?.Date - time.GetUtcNow();
        return wait is { } span && span > TimeSpan.Zero ? span < Longest ? span : Longest : null;
    }
}
