namespace RemedyBot.Remedy.Recipients;

/// <summary>Whether a recipient can take more cases now.</summary>
public enum Capacity
{
    Open,

    /// <summary>It takes them, and needs longer than usual.</summary>
    Limited,

    /// <summary>It takes none and is not offered.</summary>
    Full,
}
