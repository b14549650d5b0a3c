namespace RemedyBot.Turns;

/// <param name="Starts">New conversations a second, before starts are slowed down.</param>
/// <param name="Messages">Messages a conversation may send at once, before it is held to one a second.</param>
public sealed record PaceLimits(int Starts = 20, int Messages = 10);
