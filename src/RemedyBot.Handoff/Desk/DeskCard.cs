using RemedyBot.Handoff.Consent;
using RemedyBot.Handoff.Sealing;

namespace RemedyBot.Handoff.Desk;

/// <summary>What the server knows of its desk while nobody is signed in: public halves, and the workers' names sealed to them.</summary>
/// <param name="CaseKey">Cases are sealed to it.</param>
/// <param name="ListKey">Set where the case key's private half is held elsewhere: the workers' own key, for the list and the boxes.</param>
/// <param name="Workers">Roster key of each worker and their sign-in word, sealed.</param>
public sealed record DeskCard(SealingKey CaseKey, SealingKey? ListKey, IReadOnlyDictionary<string, string> Workers)
{
    public const string RecipientId = "desk";

    /// <summary>The private half of the case key was never on this server.</summary>
    public bool KeyIsElsewhere { get; init; }

    /// <summary>The key that workers hold; null while a desk whose case key is elsewhere has no worker yet.</summary>
    public SealingKey? WorkerKey => KeyIsElsewhere ? ListKey : CaseKey;

    /// <summary>The desk as a recipient, for the consent question and the handoff.</summary>
    public Recipient ToRecipient(string name) =>
        new(HandoffPreparation.DeskKind, RecipientId, name, CaseKey, KeyIsElsewhere ? ListKey ?? CaseKey : null);
}
