namespace RemedyBot.Understanding.Models;

/// <summary>Where scores become words, found by cross-validation over authors.</summary>
/// <param name="Temperature">What scores are divided by before they are made probabilities, so that "70 %" is right seven times of ten.</param>
/// <param name="None">From this share on a message tells of no harm.</param>
/// <param name="Alarm">For each signal, the score at which it is noticed: as much is heard as false alarms on harmless messages allow.</param>
/// <param name="Firm">For each signal, the score at which it is fairly sure.</param>
/// <param name="Unlikely">For each signal, the score below which a listed phrase is taken for a way of speaking ("this exam killed me").</param>
internal sealed record Thresholds(float Temperature, float None, float[] Alarm, float[] Firm, float[] Unlikely);
