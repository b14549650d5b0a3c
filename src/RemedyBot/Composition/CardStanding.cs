using RemedyBot.Remedy.Recipients;

namespace RemedyBot.Composition;

/// <summary>Whether a card is offered.</summary>
/// <param name="Why">What keeps it from being offered, for the operator; null where it is.</param>
public sealed record CardStanding(WrittenCard Written, string? Why)
{
    public bool Offered => Why is null;
}
