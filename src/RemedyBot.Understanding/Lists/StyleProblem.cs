namespace RemedyBot.Understanding.Lists;

/// <summary>Something in a style file that cannot be used; the rest of the file still is.</summary>
/// <param name="Line">Line in the file, from 1; 0 where unknown.</param>
/// <param name="Code">Stable id: yaml, shape, signal, pattern, wide.</param>
/// <param name="Detail">English, for the author of the list; never holds a person's words.</param>
public sealed record StyleProblem(string Language, int Line, string Code, string Detail);
