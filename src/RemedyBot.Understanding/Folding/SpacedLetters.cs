using System.Text;

namespace RemedyBot.Understanding.Folding;

/// <summary>Puts together what was written letter by letter ("k m s", "s.o.s"), and Arabic one-letter words with the word they belong to.</summary>
internal static class SpacedLetters
{
    private const int Fewest = 3;
    private const int Most = 40;

    public static List<Token> Join(List<Token> tokens)
    {
        var joined = new List<Token>(tokens.Count);
        for (var at = 0; at < tokens.Count;)
        {
            var end = at;
            while (end < tokens.Count && end - at < Most && IsLatinLetter(tokens[end]) && (end == at || tokens[end].Before == Gap.None))
                end++;
            if (end - at >= Fewest)
            {
                joined.Add(new Token(Together(tokens, at, end), tokens[at].Before));
                at = end;
            }
            else if (at + 1 < tokens.Count && IsParticle(tokens[at]) && tokens[at + 1] is { Before: Gap.None } next && IsArabic(next.Text))
            {
                joined.Add(next with { Text = tokens[at].Text + next.Text, Before = tokens[at].Before });
                at += 2;
            }
            else
            {
                joined.Add(tokens[at]);
                at++;
            }
        }

        return joined;
    }

    public static bool IsArabic(string text) => text.Length > 0 && text[0] is >= '\u0620' and <= '\u06FF';

    private static bool IsLatinLetter(Token token) => token.Text.Length == 1 && char.IsAsciiLetter(token.Text[0]);

    // waw, fa, ba, lam, kaf
    private static bool IsParticle(Token token) => token.Text is "\u0648" or "\u0641" or "\u0628" or "\u0644" or "\u0643";

    private static string Together(List<Token> tokens, int from, int to)
    {
        var text = new StringBuilder();
        for (var at = from; at < to; at++)
            text.Append(tokens[at].Text);
        return text.ToString();
    }
}
