using RemedyBot.Understanding.Messages;
using RemedyBot.Understanding.Models;
using RemedyBot.Understanding.Signals;

namespace RemedyBot.Understanding.Training;

/// <summary>Finds the thresholds on messages that were not learned from.</summary>
internal static class Calibration
{
    /// <summary>Share of messages that tell of a harm and may be taken for harmless.</summary>
    private const double Lost = 0.065;

    /// <summary>For each signal, the share of harmless messages that may raise it, lists included. The writers' harmless messages were made to mislead; of usual ones half as many do.</summary>
    private static readonly double[] FalseAlarms = [0.135, 0.105, 0.065, 0.10, 0.09];

    /// <summary>Where a signal interrupts a conversation: the same of harmless messages, and of those with some harm but without the signal.</summary>
    private const double FalseFirm = 0.008;

    /// <summary>Share of the messages that carry a signal, and say it in listed words, whose words may be taken for a way of speaking.</summary>
    private const double Overruled = 0.009;

    private const float Never = 1e6f;

    private static readonly float[] Temperatures = [0.5f, 0.6f, 0.7f, 0.8f, 0.9f, 1, 1.15f, 1.3f, 1.5f, 1.75f, 2];

    /// <param name="heard">What the word lists hear in a text.</param>
    public static Thresholds Of(IReadOnlyList<Scored> scored, int classes, IReadOnlyList<string> leaves, Func<string, IReadOnlySet<Signal>> heard)
    {
        var temperature = Temperatures.MinBy(t => Loss(scored, classes, leaves, t));
        var finished = scored.Select(s => (s.Example, Scores: Finished(s.Raw, classes, temperature), Heard: heard(s.Example.Text))).ToList();
        var lost = finished.Where(s => s.Example.Harms.Count > 0).Select(s => s.Scores[classes - 1]).OrderDescending().ToList();
        var none = lost.Count == 0 ? 0.5f : Math.Max(0.15f, lost[(int)(lost.Count * Lost)]);
        float Unlikely(Signal signal)
        {
            var meant = finished.Where(s => s.Example.Signals.Contains(signal) && s.Heard.Contains(signal)).Select(s => s.Scores[classes + (int)signal]).Order().ToList();
            return meant.Count == 0 ? -Never : meant[(int)(meant.Count * Overruled)];
        }

        var unlikely = SignalNames.All.Select(Unlikely).ToArray();
        float At(Signal signal, double share, bool everywhere)
        {
            var without = finished.Where(s => s.Example.IsNone || (everywhere && !s.Example.Signals.Contains(signal))).ToList();
            var quiet = without.Where(s => !s.Heard.Contains(signal) || (!everywhere && s.Scores[classes + (int)signal] < unlikely[(int)signal])).Select(s => s.Scores[classes + (int)signal]).OrderDescending().ToList();
            // Where the model interrupts, it answers for its own mistakes; where it only tells, for those of the lists too.
            var allowed = (int)(without.Count * share) - (everywhere ? 0 : without.Count - quiet.Count);
            return quiet.Count == 0 ? Never : MathF.BitIncrement(quiet[Math.Clamp(allowed, 0, quiet.Count - 1)]);
        }

        return new Thresholds(temperature, none, [.. SignalNames.All.Select(s => At(s, FalseAlarms[(int)s], false))], [.. SignalNames.All.Select(s => At(s, FalseFirm, true))], unlikely);
    }

    public static float[] Finished(float[] raw, int classes, float temperature)
    {
        var scores = (float[])raw.Clone();
        Scorer.Finish(scores, classes, temperature);
        return scores;
    }

    private static double Loss(IReadOnlyList<Scored> scored, int classes, IReadOnlyList<string> leaves, float temperature)
    {
        double loss = 0;
        var index = leaves.Select((leaf, at) => (leaf, at)).ToDictionary(pair => pair.leaf, pair => pair.at, StringComparer.Ordinal);
        foreach (var one in scored.Where(s => s.Example.IsNone || s.Example.Harms.Count > 0))
        {
            var share = Finished(one.Raw, classes, temperature)[one.Example.IsNone ? classes - 1 : index[one.Example.Harms[0]]];
            loss -= Math.Log(Math.Max(share, 1e-9));
        }

        return loss;
    }
}
