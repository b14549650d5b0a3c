namespace RemedyBot.Dialogs.Turns;

/// <summary>How far a walk goes.</summary>
internal enum Extent
{
    /// <summary>Up to the first open question.</summary>
    Question,

    /// <summary>Up to the first open question, and on to the end as <see cref="Dry"/> does.</summary>
    Onward,

    /// <summary>Over open questions, up to the one that was sent last.</summary>
    Asked,

    /// <summary>To the end, over open questions: only to see which steps can be reached at all.</summary>
    Dry,
}
