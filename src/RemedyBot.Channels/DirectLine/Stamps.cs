using System.Globalization;
using System.Text.Json;
using RemedyBot.Channels.Activities;

namespace RemedyBot.Channels.DirectLine;

/// <summary>
/// Times of Activities. None is stored: what is new shows the present, which never runs backwards here; what is replayed shows the day and its number,
/// so that its order holds and nothing tells when somebody wrote.
/// </summary>
public sealed class Stamps(TimeProvider time)
{
    private readonly Lock _lock = new();
    private DateTimeOffset _last;

    public JsonElement Now
    {
        get
        {
            lock (_lock)
            {
                var now = time.GetUtcNow();
                _last = now > _last ? now : _last;
                return Written(_last);
            }
        }
    }

    /// <param name="number">Of the Activity.</param>
    /// <param name="last">Of the last one in the conversation: none may lie ahead of the present.</param>
    public JsonElement Replayed(long number, long last)
    {
        var now = time.GetUtcNow();
        var day = new DateTimeOffset(now.UtcDateTime.Date, TimeSpan.Zero);
        if (day.AddMilliseconds(last) > now)
            day = day.AddDays(-1);
        return Written(day.AddMilliseconds(number));
    }

    private static JsonElement Written(DateTimeOffset moment) =>
        ActivityJson.Element(moment.UtcDateTime.ToString("yyyy-MM-dd'T'HH:mm:ss.fff'Z'", CultureInfo.InvariantCulture));
}
