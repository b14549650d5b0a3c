using RemedyBot.Understanding.Messages;
using RemedyBot.Understanding.Signals;
using RemedyBot.Understanding.Training;

namespace RemedyBot.Understanding.Evaluation;

/// <summary>How one signal was heard in a conversation.</summary>
/// <param name="Recall">Share of the messages with it.</param>
/// <param name="Harmless">Share of the harmless messages.</param>
/// <param name="Elsewhere">Share of the messages with a harm but without the signal.</param>
public sealed record Hearings(double Recall, double Harmless, double Elsewhere)
{
    /// <param name="asked">Also where it is only asked about, not answered at once.</param>
    public static Hearings Of(IReadOnlyCollection<Judged> judged, Signal signal, bool asked)
    {
        bool Heard(Hearing hearing) => asked ? hearing.Holds(signal) : hearing.Firm.Contains(signal);
        double Share(Func<Judged, bool> of)
        {
            var some = judged.Where(j => j.Hearing is not null && of(j)).ToList();
            return some.Count == 0 ? double.NaN : some.Count(j => Heard(j.Hearing!)) / (double)some.Count;
        }

        return new(
            Share(j => j.Example.Signals.Contains(signal)),
            Share(j => j.Example.IsNone),
            Share(j => !j.Example.IsNone && !j.Example.Signals.Contains(signal)));
    }
}
