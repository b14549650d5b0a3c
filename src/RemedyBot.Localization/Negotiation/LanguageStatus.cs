namespace RemedyBot.Localization.Negotiation;

public enum LanguageStatus
{
    /// <summary>Not offered.</summary>
    Draft,

    /// <summary>Offered with a note that no native speaker has reviewed it.</summary>
    Beta,

    Released,
}
