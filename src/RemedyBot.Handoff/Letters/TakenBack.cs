namespace RemedyBot.Handoff.Letters;

/// <summary>What became of a case that the person took back. Stored as a number: new ones go to the end.</summary>
public enum TakenBack
{
    /// <summary>Their system took the notice.</summary>
    Told,

    /// <summary>Their system says that it has no such case.</summary>
    NotThere,

    /// <summary>Nobody had tried to send it yet.</summary>
    NeverLeft,

    /// <summary>The notice could not be delivered so far; they may still have the case.</summary>
    Undelivered,
}
