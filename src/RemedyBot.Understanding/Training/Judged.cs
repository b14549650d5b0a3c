using RemedyBot.Understanding.Examples;
using RemedyBot.Understanding.Messages;

namespace RemedyBot.Understanding.Training;

/// <summary>A message that was not learned from, and how it was read.</summary>
public sealed record Judged(Example Example, Reading Reading);
