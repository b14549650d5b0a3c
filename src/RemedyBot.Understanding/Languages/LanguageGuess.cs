using RemedyBot.Understanding.Features;
using RemedyBot.Understanding.Folding;
using RemedyBot.Understanding.Models;

namespace RemedyBot.Understanding.Languages;

/// <summary>Which language a message is in, by its letters and words.</summary>
internal sealed class LanguageGuess(IReadOnlyList<string> languages, Weights weights, float[] biases)
{
    /// <summary>Any language that is not known here.</summary>
    public const string Other = "other";

    public const int Buckets = 1 << 14;

    // What is told from outside counts as much as a few words that only this language has.
    private const float HintWeight = 2.5f;
    private const int BucketShift = 18;
    private const int EnoughWords = 200;

    public IReadOnlyList<string> Languages => languages;

    public Weights Weights => weights;

    public ReadOnlySpan<float> Biases => biases;

    /// <param name="hint">The language it is believed to be in, or null.</param>
    public string Of(ReadOnlySpan<Token> tokens, string? hint)
    {
        var hinted = hint is null ? -1 : IndexOf(hint);
        if (Foreign(tokens))
            return Other;
        var features = new List<uint>();
        FeatureReader.Read(tokens[..Math.Min(tokens.Length, EnoughWords)], features);
        if (features.Count == 0)
            return hinted >= 0 ? languages[hinted] : Other;
        Span<float> scores = stackalloc float[languages.Count];
        biases.CopyTo(scores);
        var value = Scale(features.Count);
        foreach (var feature in features)
            weights.Add(Bucket(feature), value, scores);
        if (hinted >= 0)
            scores[hinted] += HintWeight;
        var best = 0;
        for (var at = 1; at < scores.Length; at++)
        {
            if (scores[at] > scores[best])
                best = at;
        }

        return languages[best];
    }

    public static int Bucket(uint feature) => (int)(feature >> BucketShift);

    public static float Scale(int features) => 1 / MathF.Sqrt(features);

    private int IndexOf(string hint)
    {
        var primary = hint.Split('-', '_')[0];
        for (var at = 0; at < languages.Count; at++)
        {
            if (string.Equals(languages[at], primary, StringComparison.OrdinalIgnoreCase) && languages[at] != Other)
                return at;
        }

        return -1;
    }

    /// <summary>Whether most letters belong to a script that none of the languages is written in.</summary>
    private static bool Foreign(ReadOnlySpan<Token> tokens)
    {
        var own = 0;
        var foreign = 0;
        foreach (var token in tokens[..Math.Min(tokens.Length, EnoughWords)])
        {
            foreach (var letter in token.Text)
            {
                if (letter is < '\u0250' or (>= '\u0400' and <= '\u052F') or (>= '\u0600' and <= '\u06FF') or (>= '\u0900' and <= '\u097F') or (>= '\u1E00' and <= '\u1EFF'))
                    own += char.IsLetter(letter) ? 1 : 0;
                else if (char.IsLetter(letter))
                    foreign++;
            }
        }

        return foreign > own;
    }
}
