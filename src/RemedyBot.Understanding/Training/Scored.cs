using RemedyBot.Understanding.Examples;

namespace RemedyBot.Understanding.Training;

/// <summary>A message that was not learned from, and its raw scores: one for each leaf, one for "no harm", one for each signal.</summary>
internal sealed record Scored(Example Example, float[] Raw);
