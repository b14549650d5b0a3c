namespace RemedyBot.Remedy.Recipients;

/// <summary>A talk with a person at the desk: when it is offered, and how long an answer takes.</summary>
/// <param name="Open">The hours, in <paramref name="Zone"/>.</param>
/// <param name="AnswerMinutes">How long it usually takes until somebody answers.</param>
/// <param name="WaitMinutes">After this long nobody waits any more: the person is told, and what they wrote stays for an answer by letter.</param>
public sealed record TalkOffer(IReadOnlyList<OpenHours> Open, TimeZoneInfo Zone, int AnswerMinutes, int WaitMinutes)
{
    /// <summary>The same hours in words. Language tag to words; the empty tag for all languages.</summary>
    public IReadOnlyDictionary<string, string> Hours { get; init; } = new Dictionary<string, string>();

    public bool IsOpen(DateTimeOffset now)
    {
        var there = TimeZoneInfo.ConvertTime(now, Zone);
        return Open.Any(hours => hours.Holds(there.DayOfWeek, TimeOnly.FromTimeSpan(there.TimeOfDay)));
    }
}
