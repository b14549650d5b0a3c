namespace RemedyBot.Localization.Checks;

public enum Severity
{
    /// <summary>Statistics.</summary>
    Note,

    /// <summary>Listed for the reviewer.</summary>
    Warning,

    /// <summary>Blocks the text in that language.</summary>
    Error,
}
