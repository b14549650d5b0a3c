namespace RemedyBot.Remedy.Content;

/// <summary>A content file that cannot be used, with the place an author has to look at.</summary>
public sealed class ContentException : Exception
{
    public ContentException(string path, int line, string problem)
        : base($"{path}({line}): {problem}")
    {
        Path = path;
        Line = line;
        Problem = problem;
    }

    public string Path { get; }

    /// <summary>From 1; 0 where the problem belongs to the whole file.</summary>
    public int Line { get; }

    public string Problem { get; }
}
