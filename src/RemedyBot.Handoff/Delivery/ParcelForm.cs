namespace RemedyBot.Handoff.Delivery;

/// <summary>What a parcel's content is.</summary>
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
}
