namespace RemedyBot.Understanding.Lists;

/// <summary>A phrase of a wording list and, where there is one, the phrase to use instead.</summary>
public sealed record ListEntry(string Phrase, string? Better);
