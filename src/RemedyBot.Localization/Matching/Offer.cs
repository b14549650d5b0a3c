namespace RemedyBot.Localization.Matching;

/// <summary>One choice as offered.</summary>
/// <param name="Titles">Its title in every shipped language.</param>
public sealed record Offer(string Value, IReadOnlyList<string> Titles);
