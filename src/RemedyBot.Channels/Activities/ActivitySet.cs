namespace RemedyBot.Channels.Activities;

/// <summary>Activities in order.</summary>
/// <param name="Watermark">Where to go on from; null says nothing about it.</param>
public sealed record ActivitySet(IReadOnlyList<Activity> Activities, string? Watermark);

/// <summary>The answer to `deliveryMode: expectReplies`.</summary>
public sealed record ExpectedReplies(IReadOnlyList<Activity> Activities);

/// <summary>The id under which something was recorded.</summary>
public sealed record ResourceId(string? Id);
