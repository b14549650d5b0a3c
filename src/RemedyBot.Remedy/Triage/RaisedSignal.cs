namespace RemedyBot.Remedy.Triage;

/// <summary>A sign that was noticed in the conversation.</summary>
/// <param name="Name">danger, selfharm, minor, spyware or custody.</param>
/// <param name="FromWords">Seen in what the person wrote, not in a choice: it stays, also when they say that all is well.</param>
/// <param name="Cleared">The person said that all is well.</param>
public sealed record RaisedSignal(string Name, bool FromWords, bool Cleared);
