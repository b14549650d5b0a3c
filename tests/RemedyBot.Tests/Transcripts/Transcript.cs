namespace RemedyBot.Tests.Transcripts;

/// <summary>A conversation as its file tells it. What the lines mean: README.md here.</summary>
/// <param name="Lines">All lines, as they stand.</param>
internal sealed record Transcript(string Name, string Path, IReadOnlyList<string> Lines)
{
    private static readonly string Folder = System.IO.Path.Combine(Repository.Root, "tests", "RemedyBot.Tests", "Transcripts");

    public static IEnumerable<string> Names => Directory.EnumerateFiles(Folder, "*.txt").Select(p => System.IO.Path.GetFileNameWithoutExtension(p)!).Order(StringComparer.Ordinal);

    public static Transcript Read(string name)
    {
        var path = System.IO.Path.Combine(Folder, name + ".txt");
        return new(name, path, File.ReadAllLines(path));
    }

    public bool Desk => !Lines.Contains("= no desk");

    public bool Helplines => Lines.Contains("= two recipients");

    public bool AsksLanguage => Lines.Contains("= no language");

    /// <summary>What the writer of the file wrote; the rest is what the bot does.</summary>
    public IEnumerable<string> Written => Lines.Where(l => !IsHeard(l));

    public static bool IsHeard(string line) => line.StartsWith("< ", StringComparison.Ordinal) || line.StartsWith("! ", StringComparison.Ordinal);

    public override string ToString() => Name;
}
