namespace RemedyBot.Localization.Matching;

/// <summary>Finds the wish in a message that is nothing but a wish; a story that has the word "stop" in it is no wish.</summary>
public sealed class WishReader
{
    // No wish is a paragraph; a long story is not compared with every title.
    private const int LongestWish = 80;

    private readonly AnswerWords _words;

    internal WishReader(AnswerWords words) => _words = words;

    /// <param name="offers">The wishes that can be wished now, with their titles in every shipped language.</param>
    /// <returns>The wish's value, or null.</returns>
    public string? Read(string text, IReadOnlyList<Offer> offers)
    {
        var trimmed = text.Trim();
        foreach (var offer in offers)
        {
            if (string.Equals(trimmed, offer.Value, StringComparison.OrdinalIgnoreCase))
                return offer.Value;
        }

        var folded = Folding.Fold(text);
        if (folded.Length is 0 or > LongestWish)
            return null;
        var plain = _words.Wished(folded);
        return Find(folded, offers) ?? (plain == folded ? null : Find(plain, offers));
    }

    private string? Find(string folded, IReadOnlyList<Offer> offers)
    {
        foreach (var offer in offers)
            if (offer.FoldedValue == folded || Array.IndexOf(offer.FoldedTitles, folded) >= 0)
                return offer.Value;
        foreach (var offer in offers)
            if (_words.MeansWish(folded, offer.Value))
                return offer.Value;
        return null;
    }
}
