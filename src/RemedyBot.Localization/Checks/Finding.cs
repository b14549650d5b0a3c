namespace RemedyBot.Localization.Checks;

/// <summary>Something in the content that a person should look at.</summary>
/// <param name="Id">Of the table in <c>localization/README.md</c>: <c>P01</c>.</param>
/// <param name="File">Path of the content file.</param>
/// <param name="Line">1-based; 0 where the whole file is meant.</param>
/// <param name="Message">What is wrong and what to do, in plain English.</param>
/// <param name="Key">The message key, where one is meant.</param>
/// <param name="Language">BCP 47 tag, where one language is meant.</param>
public sealed record Finding(
    string Id, Severity Severity, string File, int Line, string Message, string? Key = null, string? Language = null);
