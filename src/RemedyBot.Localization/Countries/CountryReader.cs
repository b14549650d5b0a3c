#pragma warning disable CA1822
namespace RemedyBot.Localization.Countries;

/// <summary>Countries by name, in every shipped language.</summary>
public sealed class CountryReader
{
    internal CountryReader()
    {
    }

    /// <summary>Every ISO 3166-1 alpha-2 code, in order.</summary>
    public IReadOnlyList<string> Codes { get; } = [];

    public CountryResult Read(string text) => new CountryResult.NotUnderstood();

    /// <returns>The country's name in the language, or the next of its chain; the code itself where it is unknown.</returns>
    public string Name(string code, string language) => code;
}
