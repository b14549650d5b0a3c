using RemedyBot.Understanding.Signals;
using RemedyBot.Understanding.Training;

namespace RemedyBot.Understanding.Evaluation;

/// <summary>How messages of one language, or of all, were read.</summary>
/// <param name="Messages">Those that tell of a harm.</param>
/// <param name="Top1">Share of them whose main harm stands first.</param>
/// <param name="Top3">… among the first three.</param>
/// <param name="Harmless">Messages without any harm.</param>
/// <param name="Recognised">Share of these for which nothing is suggested.</param>
/// <param name="Languages">Share of all messages whose language was found; NaN where it was given.</param>
/// <param name="Recall">For each signal, the share of messages with it that raise it; NaN where there are none.</param>
/// <param name="Alarms">For each signal, the share of harmless messages that raise it.</param>
/// <param name="Elsewhere">For each signal, the share of messages with a harm but without the signal that raise it.</param>
public sealed record Figures(
    int Messages, double Top1, double Top3, int Harmless, double Recognised, double Languages,
    IReadOnlyDictionary<Signal, double> Recall, IReadOnlyDictionary<Signal, double> Alarms, IReadOnlyDictionary<Signal, double> Elsewhere)
{
    public static Figures Of(IReadOnlyCollection<Judged> judged)
    {
        var harmful = judged.Where(j => j.Example.Harms.Count > 0).ToList();
        var harmless = judged.Where(j => j.Example.IsNone).ToList();
        var other = judged.Where(j => !j.Example.IsNone).ToList();
        Dictionary<Signal, double> Each(Func<Signal, double> share) => SignalNames.All.ToDictionary(signal => signal, share);
        return new Figures(
            harmful.Count,
            Share(harmful, j => j.Reading.Labels.Count > 0 && j.Reading.Labels[0].Harm == j.Example.Harms[0]),
            Share(harmful, j => j.Reading.Labels.Take(3).Any(l => l.Harm == j.Example.Harms[0])),
            harmless.Count,
            Share(harmless, j => j.Reading.Labels.Count == 0),
            judged.Any(j => j.Reading.Language == Judged.LanguageGiven) ? double.NaN : Share(judged, j => j.Reading.Language == j.Example.Language),
            Each(s => Share([.. other.Where(j => j.Example.Signals.Contains(s))], j => j.Reading.Signals.Contains(s))),
            Each(s => Share(harmless, j => j.Reading.Signals.Contains(s))),
            Each(s => Share([.. other.Where(j => !j.Example.Signals.Contains(s))], j => j.Reading.Signals.Contains(s))));
    }

    private static double Share(IReadOnlyCollection<Judged> all, Func<Judged, bool> holds) => all.Count == 0 ? double.NaN : all.Count(holds) / (double)all.Count;
}
