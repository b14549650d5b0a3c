#pragma warning disable CA1822
namespace RemedyBot.Localization.Matching;

/// <summary>Reads an answer to a question with choices.</summary>
public sealed class ChoiceReader
{
    internal ChoiceReader()
    {
    }

    /// <param name="many">Any of the choices, not one of them.</param>
    public ChoiceResult Read(string text, IReadOnlyList<Offer> offers, bool many = false) =>
        offers.FirstOrDefault(o => o.Value == text) is { } hit ? new ChoiceResult.Picked([hit.Value]) : new ChoiceResult.NotUnderstood();
}
