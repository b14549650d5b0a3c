using RemedyBot.Understanding.Examples;
using RemedyBot.Understanding.Messages;

namespace RemedyBot.Understanding.Training;

/// <summary>A message that was not learned from, and how it was read.</summary>
/// <param name="Hearing">What a conversation makes of it; null where that was not looked at.</param>
public sealed record Judged(Example Example, Reading Reading, Hearing? Hearing = null)
{
    /// <summary>Stands for the language where it was not looked for.</summary>
    public const string LanguageGiven = "";
}
