namespace RemedyBot.Remedy.Triage;

public enum ModifierEffect
{
    /// <summary>U0, whatever the harm.</summary>
    Now,

    /// <summary>U1 at least.</summary>
    Hours,

    /// <summary>One level more urgent than the harm alone; counts once, never beyond U1.</summary>
    UpOne,
}
