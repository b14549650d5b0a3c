using RemedyBot.Understanding.Folding;
using RemedyBot.Understanding.Lists;

namespace RemedyBot.Understanding.Matching;

/// <summary>Says whether a "not" directly governs what follows. In doubt it does not: a missed danger is worse than a false alarm.</summary>
internal sealed class Negation
{
    private const int Reach = 5;

    private readonly HashSet<string> before = new(StringComparer.Ordinal);
    private readonly HashSet<string> through = new(StringComparer.Ordinal);

    public Negation(WordLists lists, ChatSpelling spelling)
    {
        foreach (var phrase in lists.NegatedBy)
            before.Add(string.Join(' ', spelling.Apply(TextFolder.Fold(phrase)).Select(token => token.Text)));
        foreach (var phrase in lists.NegatedThrough)
            through.UnionWith(spelling.Apply(TextFolder.Fold(phrase)).Select(token => token.Text));
    }

    public bool IsNegator(List<Token> tokens, int at) =>
        Says(tokens[at].Text)
        || (at > 0 && tokens[at].Before == Gap.None && before.Contains($"{tokens[at - 1].Text} {tokens[at].Text}"));

    public bool Governs(List<Token> tokens, int start)
    {
        for (var at = start - 1; at >= 0 && at >= start - Reach; at--)
        {
            if (tokens[at + 1].Before != Gap.None)
                return false;
            if (IsNegator(tokens, at))
                return true;
            if (!through.Contains(tokens[at].Text))
                return false;
        }

        return false;
    }

    private bool Says(string word) =>
        before.Contains(word) || (word.Length > 2 && word[0] is '\u0648' or '\u0641' && before.Contains(word[1..]));
}
