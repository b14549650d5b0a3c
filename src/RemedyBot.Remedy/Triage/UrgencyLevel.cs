namespace RemedyBot.Remedy.Triage;

/// <summary>How soon help is needed; the smaller number is the more urgent.</summary>
public enum UrgencyLevel
{
    /// <summary>Possible danger to life or to a child now.</summary>
    U0,

    /// <summary>Spreading or growing within hours.</summary>
    U1,

    /// <summary>Days.</summary>
    U2,

    /// <summary>Weeks, though a deadline may run.</summary>
    U3,
}
