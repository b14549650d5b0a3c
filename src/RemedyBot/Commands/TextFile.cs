namespace RemedyBot.Commands;

/// <summary>A file that a command was given.</summary>
internal static class TextFile
{
    /// <summary>Its text, that of standard input for <c>-</c>; null where it cannot be read.</summary>
    public static string? Read(string path)
    {
        try
        {
            return path == "-" ? Console.In.ReadToEnd() : File.ReadAllText(path);
        }
        catch (Exception e) when (e is IOException or UnauthorizedAccessException or ArgumentException)
        {
            return null;
        }
    }
}
