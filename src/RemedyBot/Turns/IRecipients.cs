using RemedyBot.Handoff.Consent;

namespace RemedyBot.Turns;

/// <summary>Who can take a case at this moment: the desk once it is set up; more where an operator configured them.</summary>
public interface IRecipients
{
    /// <summary>Their cards, named as people of this language read them.</summary>
    IReadOnlyList<RecipientCard> In(string language);

    Recipient? Find(string id, string language);
}
