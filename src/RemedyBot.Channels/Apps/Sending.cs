namespace RemedyBot.Channels.Apps;

public enum SendResult
{
    Sent,

    /// <summary>It did not arrive; trying again cannot make it arrive twice.</summary>
    TryAgain,

    /// <summary>It may have arrived.</summary>
    Uncertain,

    /// <summary>The channel will not take it.</summary>
    Refused,
}

/// <param name="After">How long the channel asks us to wait.</param>
/// <param name="Id">The channel's id of what was sent, where it tells one.</param>
public sealed record Sending(SendResult Result, TimeSpan? After = null, string? Id = null)
{
    /// <summary>Of ids that were to be taken back, those that are left; null for all.</summary>
    public IReadOnlyList<string>? Left { get; init; }

    /// <summary>The channel or its settings are at fault, not this one person: a sentence for the operator. Null: nothing is known.</summary>
    public string? Problem { get; init; }
}
