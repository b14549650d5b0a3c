namespace RemedyBot.Localization.Countries;

/// <summary>What a message meant where a country was asked.</summary>
public abstract record CountryResult
{
    private CountryResult()
    {
    }

    /// <param name="Code">ISO 3166-1 alpha-2.</param>
    public sealed record Found(string Code) : CountryResult;

    /// <summary>Several countries fit, or what was written only resembles the name of one: ask which.</summary>
    public sealed record Ambiguous(IReadOnlyList<string> Codes) : CountryResult;

    public sealed record NotUnderstood : CountryResult;
}
