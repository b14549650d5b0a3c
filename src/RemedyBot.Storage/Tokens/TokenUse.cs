namespace RemedyBot.Storage.Tokens;

public enum TokenUse
{
    /// <summary>May begin its conversation.</summary>
    New,

    /// <summary>Goes on with a conversation that must be there.</summary>
    Go,
}
