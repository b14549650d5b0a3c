namespace RemedyBot.Understanding.Lists;

/// <summary>One line of a signal list, as written.</summary>
/// <param name="Line">Line in the file, from 1.</param>
public sealed record SignalPhrase(string Text, int Line);
