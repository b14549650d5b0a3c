using System.Globalization;

namespace RemedyBot.Channels.DirectLine;

/// <summary>
/// The numbers of a conversation's Activities. They come from the turn and the place in it, so that nothing has to be stored for them and a replay,
/// a poll and a stream give the same Activity the same id. The person's own words stand at place 0.
/// </summary>
public static class Numbering
{
    private const long Places = 1000;

    /// <summary>Above every number: added to the watermark within a replay, whose next page is shown as the first one was.</summary>
    private const long Replay = 1L << 42;

    public static long Of(int turn, int place) => turn * Places + Math.Min(place, (int)Places - 1);

    public static int TurnOf(long number) => (int)(number / Places);

    public static string Id(string conversation, long number) => string.Create(CultureInfo.InvariantCulture, $"{conversation}|{number:D7}");

    public static string Watermark(long number) => number.ToString(CultureInfo.InvariantCulture);

    public static long Replaying(long number) => number + Replay;

    /// <summary>0, which replays everything, for what is no watermark of ours: a 4xx would end a client's polling for good.</summary>
    public static long Read(string? watermark) =>
        long.TryParse(watermark, NumberStyles.None, CultureInfo.InvariantCulture, out var mark) && Split(mark).After < int.MaxValue * Places ? mark : 0;

    /// <summary>The number in a watermark, and whether what follows it is shown again from the start.</summary>
    public static (long After, bool Anew) Split(long mark) => mark >= Replay ? (mark - Replay, true) : (mark, mark == 0);
}
