namespace RemedyBot.Remedy.Harms;

/// <summary>A category of the EU transparency database and, where one fits, its keyword.</summary>
public sealed record DsaTag(string Category, string? Keyword);
