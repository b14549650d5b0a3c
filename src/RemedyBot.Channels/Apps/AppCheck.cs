namespace RemedyBot.Channels.Apps;

/// <summary>One step of a test.</summary>
/// <param name="Step">A short name that stays the same: `settings`, `access`, `webhook`.</param>
/// <param name="Problem">What is wrong and what to do, without any secret or id; null where it works.</param>
/// <param name="Detail">What else the operator wants to know; null for nothing.</param>
public sealed record AppCheck(string Step, string? Problem = null, string? Detail = null);
