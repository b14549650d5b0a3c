using RemedyBot.Remedy.Content;
using RemedyBot.Remedy.Recipients;

namespace RemedyBot.Commands;

/// <summary>Writes signatures into a file of cards and leaves everything else as its author wrote it.</summary>
internal static class SignedCards
{
    /// <returns>Null where a card has no line of its own to put the signature on.</returns>
    public static string? Write(string text, IReadOnlyList<WrittenCard> cards, Func<WrittenCard, string> sign)
    {
        var lines = text.Split('\n').ToList();
        // From the bottom up, so that the lines above keep their numbers.
        foreach (var card in cards.OrderByDescending(c => c.Line))
        {
            var first = lines[card.Line - 1];
            if (first.Contains('{', StringComparison.Ordinal) && first.TrimEnd().EndsWith('}') && first.TrimStart('-', ' ').StartsWith('{'))
                return null;
            var ending = first.EndsWith('\r') ? "\r" : "";
            var signature = $"{new string(' ', card.Column - 1)}signature: {sign(card)}{ending}";
            if (card.SignatureLine is { } at && at != card.Line)
                lines[at - 1] = signature;
            else if (card.SignatureLine is null)
                lines.Insert(card.Line, signature);
            else
                return null;
        }

        return string.Join('\n', lines);
    }

    /// <summary>Whether these cards still say what they said, and have a signature each.</summary>
    public static bool Stand(string signed, IReadOnlyList<WrittenCard> cards)
    {
        try
        {
            var read = CardsReader.Read("", signed);
            return cards.All(c => read.FirstOrDefault(r => r.Id == c.Id) is { Signature: not null } now && now.Content.AsSpan().SequenceEqual(c.Content));
        }
        catch (ContentException)
        {
            return false;
        }
    }
}
