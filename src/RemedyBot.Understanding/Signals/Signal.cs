namespace RemedyBot.Understanding.Signals;

/// <summary>What in a person's own words calls for care before anything else.</summary>
public enum Signal
{
    /// <summary>A threat to life or body, or someone close by who may harm.</summary>
    Danger,

    /// <summary>Thoughts of ending or hurting oneself.</summary>
    SelfHarm,

    /// <summary>Somebody under 18 is affected.</summary>
    Minor,

    /// <summary>The device or the accounts may be read by someone else.</summary>
    Spyware,

    /// <summary>Arrested, detained, summoned, or searched at a border.</summary>
    Custody,
}
