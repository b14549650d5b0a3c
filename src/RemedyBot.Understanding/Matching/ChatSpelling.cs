using RemedyBot.Understanding.Folding;

namespace RemedyBot.Understanding.Matching;

/// <summary>Writes chat spellings out ("jai" to "j'ai", "dont" to "do not"), in texts and in phrases alike.</summary>
internal sealed class ChatSpelling
{
    private readonly Dictionary<string, string[]> meant = new(StringComparer.Ordinal);

    public ChatSpelling(IReadOnlyDictionary<string, string> spelling)
    {
        foreach (var (written, words) in spelling)
        {
            if (TextFolder.Fold(written) is [var single])
                meant[single.Text] = [.. TextFolder.Fold(words).Select(token => token.Text)];
        }
    }

    public bool Knows(string word) => meant.ContainsKey(word);

    /// <param name="keepLast">The last word is a stem and stays as written.</param>
    public List<Token> Apply(List<Token> tokens, bool keepLast = false)
    {
        var written = new List<Token>(tokens.Count);
        for (var at = 0; at < tokens.Count; at++)
        {
            var token = tokens[at];
            if ((keepLast && at == tokens.Count - 1) || !meant.TryGetValue(token.Text, out var words))
            {
                written.Add(token);
                continue;
            }

            for (var index = 0; index < words.Length; index++)
                written.Add(new Token(words[index], index == 0 ? token.Before : Gap.None));
        }

        return written;
    }
}
