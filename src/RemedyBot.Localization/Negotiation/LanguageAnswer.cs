namespace RemedyBot.Localization.Negotiation;

/// <param name="Tag">BCP 47 tag of the language that was named.</param>
/// <param name="Offered">The offered language that serves it, or null where none does.</param>
public sealed record LanguageAnswer(string Tag, string? Offered);
