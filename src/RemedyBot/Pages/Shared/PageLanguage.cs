namespace RemedyBot.Pages.Shared;

/// <summary>A language that a page speaks.</summary>
/// <param name="Tag">BCP 47.</param>
/// <param name="Name">The language's own name for itself.</param>
/// <param name="Direction"><c>ltr</c> or <c>rtl</c>.</param>
public sealed record PageLanguage(string Tag, string Name, string Direction);
