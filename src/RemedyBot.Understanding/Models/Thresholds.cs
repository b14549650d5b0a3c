using RemedyBot.Understanding.Signals;

namespace RemedyBot.Understanding.Models;

/// <summary>Where scores become words, found by cross-validation over authors.</summary>
/// <param name="Temperature">What scores are divided by before they are made probabilities, so that "70 %" is right seven times of ten.</param>
/// <param name="None">From this share on a message tells of no harm.</param>
/// <param name="Alarm">For each signal, the score at which it is noticed: as much is heard as false alarms on harmless messages allow.</param>
/// <param name="Firm">For each signal, the score at which it is fairly sure.</param>
/// <param name="Unlikely">For each signal, the score below which a listed phrase is taken for a way of speaking ("this exam killed me").</param>
internal sealed record Thresholds(float Temperature, float None, float[] Alarm, float[] Firm, float[] Unlikely)
{
    /// <summary>How far on the way from an alarm to what is fairly sure a conversation asks; found on the development set.</summary>
    private const float Way = 0.45f;

    /// <summary>The score from which a conversation asks whether it is so.</summary>
    public float Maybe(Signal signal) => Alarm[(int)signal] + Way * (Firm[(int)signal] - Alarm[(int)signal]);
}
