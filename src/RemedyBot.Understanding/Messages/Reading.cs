using RemedyBot.Understanding.Signals;

namespace RemedyBot.Understanding.Messages;

/// <summary>A harm that a message may tell of. A suggestion: the person has the last word.</summary>
/// <param name="Harm">A leaf of the taxonomy.</param>
/// <param name="Score">0 to 1; about as often right as it says.</param>
public readonly record struct Suggestion(string Harm, float Score);

/// <summary>What a message seems to say.</summary>
/// <param name="Labels">The likeliest first; none where nothing fits.</param>
/// <param name="Language">BCP 47, or `other`.</param>
/// <param name="Signals">What calls for care: as much as can be noticed without too many false alarms.</param>
public sealed record Reading(IReadOnlyList<Suggestion> Labels, string Language, IReadOnlySet<Signal> Signals)
{
    /// <summary>Hides what it is about.</summary>
    public override string ToString() => nameof(Reading);
}
