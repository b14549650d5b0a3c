namespace RemedyBot.Handoff.Delivery;

/// <summary>What a parcel's content is. Stored as a number: new forms go to the end.</summary>
public enum ParcelForm
{
    /// <summary>A case sealed to the built-in desk.</summary>
    Desk,

    /// <summary>A case sealed to a recipient's key.</summary>
    Jwe,

    /// <summary>A case for a system without a key, in clear inside the record.</summary>
    Clear,

    /// <summary>A signed withdrawal.</summary>
    Withdrawal,

    /// <summary>A case sealed to a recipient's OpenPGP key.</summary>
    OpenPgp,

    /// <summary>Word that a case waits at the desk, and nothing of the case.</summary>
    Notice,

    /// <summary>What the person writes back after a recipient has answered.</summary>
    Answer,

    /// <summary>Word that a consent is about to end: the reference and nothing else.</summary>
    Reminder,

    /// <summary>The one e-mail that the person herself said yes to: her address and a neutral sentence.</summary>
    LateNotice,

    /// <summary>The one message in a messaging app that the person said yes to: that there is news, and where to write it.</summary>
    Ring,
}
