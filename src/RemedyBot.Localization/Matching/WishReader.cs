#pragma warning disable CA1822
namespace RemedyBot.Localization.Matching;

/// <summary>Finds the wish in a message that is nothing but a wish.</summary>
public sealed class WishReader
{
    internal WishReader()
    {
    }

    /// <param name="offers">The wishes that can be wished now, with their titles in every shipped language.</param>
    /// <returns>The wish's value, or null.</returns>
    public string? Read(string text, IReadOnlyList<Offer> offers) => offers.FirstOrDefault(o => o.Value == text)?.Value;
}
