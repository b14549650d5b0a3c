namespace RemedyBot.Dialogs.Turns;

/// <summary>A signal at the place in the log that raised it.</summary>
/// <param name="Heard">Written by the person, not answered.</param>
/// <param name="Assumed">Answered in words that were no answer.</param>
public sealed record Raising(string Signal, int Order, bool Heard, bool Assumed)
{
    /// <summary>Whether words raised it, which may have been taken for what they were not.</summary>
    public bool ByWords => Heard || Assumed;
}
