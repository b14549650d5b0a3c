using RemedyBot.Handoff.Consent;

namespace RemedyBot.Turns;

/// <summary>Who can take a case at this moment: the desk once it is set up; more where an operator configured them.</summary>
public interface IRecipients
{
    IReadOnlyList<RecipientCard> Cards { get; }

    Recipient? Find(string id);
}
