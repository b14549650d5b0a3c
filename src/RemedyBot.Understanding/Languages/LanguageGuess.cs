using RemedyBot.Understanding.Features;
using RemedyBot.Understanding.Folding;
using RemedyBot.Understanding.Models;

namespace RemedyBot.Understanding.Languages;

/// <summary>Which language a message is in, by its letters and words.</summary>
internal sealed class LanguageGuess(IReadOnlyList<string> languages, Weights weights, float[] biases)
{
    /// <summary>Any language that is not known here; the last of them.</summary>
    public const string Other = "other";

    public const int Buckets = 1 << 14;

    // What is told from outside counts as much as a few words that only this language has.
    private const float HintWeight = 2.5f;
    private const int BucketShift = 18;
    private const int EnoughWords = 200;

    // A few words of one language stand in its neighbours too ("yes but"): there it must be surely another; a longer message shares many words with a neighbour and may be it all the same.
    private const int FewWords = 5;
    private const float OtherOfFew = 1.5f;
    private const float OtherOfMany = -1;

    public IReadOnlyList<string> Languages => languages;

    public Weights Weights => weights;

    public ReadOnlySpan<float> Biases => biases;

    /// <param name="text">As it was written.</param>
    /// <param name="tokens">Its folded words.</param>
    /// <param name="hint">The language it is believed to be in, or null.</param>
    public Spoken Of(string text, ReadOnlySpan<Token> tokens, string? hint)
    {
        var hinted = hint is null ? -1 : IndexOf(hint);
        if (Foreign(tokens))
            return new(Other, Other);
        var features = new List<uint>();
        Read(text, tokens[..Math.Min(tokens.Length, EnoughWords)], features);
        if (features.Count == 0)
            return hinted >= 0 ? new(languages[hinted], languages[hinted]) : new(Other, Other);
        Span<float> scores = stackalloc float[languages.Count];
        biases.CopyTo(scores);
        var value = Scale(features.Count);
        foreach (var feature in features)
            weights.Add(Bucket(feature), value, scores);
        if (hinted >= 0)
            scores[hinted] += HintWeight;
        var other = scores[^1];
        var nearest = Best(scores[..^1]);
        return new(other > scores[nearest] + (tokens.Length < FewWords ? OtherOfFew : OtherOfMany) ? Other : languages[nearest], languages[nearest]);
    }

    private static int Best(ReadOnlySpan<float> scores)
    {
        var best = 0;
        for (var at = 1; at < scores.Length; at++)
        {
            if (scores[at] > scores[best])
                best = at;
        }

        return best;
    }

    /// <summary>What languages are told apart by: words and letters as they are folded, and those letters that folding changes.</summary>
    public static void Read(string text, ReadOnlySpan<Token> tokens, List<uint> features)
    {
        FeatureReader.Read(tokens, features);
        OwnLetters.Read(text, features);
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
