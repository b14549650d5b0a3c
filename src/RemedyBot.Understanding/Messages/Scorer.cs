using RemedyBot.Understanding.Features;
using RemedyBot.Understanding.Folding;
using RemedyBot.Understanding.Models;

namespace RemedyBot.Understanding.Messages;

/// <summary>Scores the words of a message, whole or, where it is long, piece by piece.</summary>
internal sealed class Scorer(TrainedModel model)
{
    // A longer message is read in pieces that overlap by half, so that the harm in the middle of a long story is not drowned.
    internal const int LongestPiece = 80;
    private const int MostPieces = 120;

    private readonly int _classes = model.Leaves.Count + 1;
    private readonly RowReader _rows = new(model.Parts.Features);

    /// <summary>Shares of the leaves, then of "no harm", then a score for each signal, in log odds.</summary>
    public float[] Score(ReadOnlySpan<Token> tokens, string language)
    {
        if (tokens.Length <= LongestPiece)
            return One(tokens, language);
        var best = One(tokens[..LongestPiece], language);
        var step = Math.Max(LongestPiece / 2, (tokens.Length - LongestPiece + MostPieces - 1) / MostPieces);
        for (var at = step; at < tokens.Length; at += step)
        {
            var piece = One(tokens[at..Math.Min(tokens.Length, at + LongestPiece)], language);
            for (var column = 0; column < best.Length; column++)
                best[column] = column == _classes - 1 ? Math.Min(best[column], piece[column]) : Math.Max(best[column], piece[column]);
        }

        return best;
    }

    private float[] One(ReadOnlySpan<Token> tokens, string language)
    {
        var scores = (float[])model.Parts.Biases.Clone();
        _rows.Read(tokens, model.Parts.Concepts, language);
        for (var at = 0; at < _rows.Ids.Length; at++)
            model.Parts.Weights.Add(_rows.Ids[at], _rows.Values[at], scores);
        Finish(scores, _classes, model.Parts.Thresholds.Temperature);
        return scores;
    }

    /// <summary>Raw scores made shares, and those of signals weighed against "no harm".</summary>
    public static void Finish(Span<float> scores, int classes, float temperature)
    {
        foreach (ref var score in scores[..classes])
            score /= temperature;
        Curves.Softmax(scores[..classes]);
        var some = Curves.LogOdds(Math.Clamp(1 - scores[classes - 1], 1 - SureEnough, SureEnough));
        for (var signal = classes; signal < scores.Length; signal++)
            scores[signal] = SignalShare * scores[signal] + (1 - SignalShare) * (float)some;
    }

    // Beyond this it makes no difference how sure it is that there is some harm.
    private const double SureEnough = 0.95;

    /// <summary>How far a signal's own score counts against whether there is any harm at all.</summary>
    internal const float SignalShare = 0.75f;

}
