using RemedyBot.Dialogs.Turns;
using RemedyBot.Localization.Countries;

namespace RemedyBot.Turns;

/// <summary>A country that was typed, as the engine takes it.</summary>
internal static class CountryInput
{
    /// <summary>Null where no country was understood; one that is not sure is asked, never taken.</summary>
    public static Input? Read(string text, CountryReader countries) => countries.Read(text) switch
    {
        CountryResult.Found { Code: var code } => new Input.Chosen([code]),
        CountryResult.Ambiguous { Codes: var codes } => new Input.Maybe(codes),
        _ => null,
    };
}
