namespace RemedyBot.Storage.Vault;

public enum CommitResult
{
    /// <summary>Durable.</summary>
    Committed,

    /// <summary>Somebody else wrote first, or the code's lookup was taken meanwhile: nothing was written, load and think again.</summary>
    Conflict,

    /// <summary>Too many codes are being sealed at this moment: nothing was written.</summary>
    Busy,
}
