using RemedyBot.Handoff.Consent;
using RemedyBot.Remedy.Recipients;

namespace RemedyBot.Turns;

/// <summary>Who can take a case at this moment: the desk once it is set up; more where an operator configured them.</summary>
public interface IRecipients
{
    /// <summary>Their cards, named as people of this language read them.</summary>
    IReadOnlyList<RecipientCard> In(string language);

    /// <summary>Whom a case is sealed to, named in <see cref="LanguageOf"/>: a name in the person's language would tell which that is.</summary>
    Recipient? Find(string id);

    /// <summary>What a recipient says of itself; null for the desk and for whoever is not offered.</summary>
    HelpCard? Card(string id);

    /// <summary>The language that a recipient's staff read.</summary>
    string LanguageOf(string id);

    /// <summary>The languages that a recipient says its staff read; empty where it does not say.</summary>
    IReadOnlyList<string> ReadsOf(string id);

    /// <summary>A card's words in a language.</summary>
    string Words(IReadOnlyDictionary<string, string> words, string language);
}
