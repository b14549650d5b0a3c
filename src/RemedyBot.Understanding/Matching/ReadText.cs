using RemedyBot.Understanding.Folding;

namespace RemedyBot.Understanding.Matching;

/// <summary>A folded text as one language's lists read it: for each word, which listed words it may be.</summary>
internal sealed class ReadText
{
    private readonly List<Token> tokens;
    private readonly List<int> ids;
    private readonly int[] ends;
    private readonly Negation negation;

    public ReadText(List<Token> tokens, Vocabulary vocabulary, Negation negation, int guesses)
    {
        this.tokens = tokens;
        this.negation = negation;
        ids = new List<int>(tokens.Count);
        ends = new int[tokens.Count];
        var word = new List<int>();
        for (var at = 0; at < tokens.Count; at++)
        {
            word.Clear();
            vocabulary.Read(tokens[at], word, ref guesses);
            ids.AddRange(word);
            ends[at] = ids.Count;
        }
    }

    public int Count => tokens.Count;

    public ReadOnlySpan<int> Words(int at)
    {
        var start = at == 0 ? 0 : ends[at - 1];
        return System.Runtime.InteropServices.CollectionsMarshal.AsSpan(ids)[start..ends[at]];
    }

    /// <summary>Whether a sentence ended before this word.</summary>
    public bool Ends(int at) => tokens[at].Before == Gap.Sentence;

    /// <summary>Whether a sentence ended within these words.</summary>
    public bool Broken(int start, int end)
    {
        for (var at = start + 1; at < end; at++)
        {
            if (Ends(at))
                return true;
        }

        return false;
    }

    /// <summary>Whether nothing stands between this word and the one before.</summary>
    public bool Follows(int at) => at > 0 && tokens[at].Before == Gap.None;

    public bool IsNegator(int at) => negation.IsNegator(tokens, at);

    /// <summary>Whether a phrase is plainly said not to be so. One with a "not" of its own ("ne me sens pas en sécurité") says what it says.</summary>
    public bool Negated(int start, int end)
    {
        for (var at = start; at < end; at++)
        {
            if (IsNegator(at))
                return false;
        }

        return negation.Governs(tokens, start);
    }
}
