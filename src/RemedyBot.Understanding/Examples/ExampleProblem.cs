namespace RemedyBot.Understanding.Examples;

/// <summary>What is wrong with a line of examples, and what to do.</summary>
public sealed record ExampleProblem(string Path, int Line, string Detail);
