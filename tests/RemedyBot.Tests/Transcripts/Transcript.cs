using RemedyBot.Tests.Contract;

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

    public bool AsksLanguage => Lines.Contains("= no language");

    public bool InAnApp => Lines.Contains("= in an app") || TakesBack || Alone || Discreet || Rings;

    /// <summary>In an app of a server without a web page.</summary>
    public bool Alone => Lines.Contains("= in an app without a page");

    public bool Discreet => Lines.Contains("= in a discreet app");

    /// <summary>In an app that can take messages back.</summary>
    public bool TakesBack => Lines.Contains("= in an app that takes back");

    /// <summary>In an app to which the bot may write days later.</summary>
    public bool Rings => Lines.Contains("= in an app that can be written to");

    /// <summary>A bot as the whole file wants it.</summary>
    public Task<AChat> Open()
    {
        var machine = Lines.Contains("= a machine translates") ? new Machine("Made by a machine.") : Lines.Contains("= a machine fails") ? new Machine(null) : null;
        return AChat.Open(
            desk: !Lines.Contains("= no desk"),
            helplines: Lines.Contains("= two recipients") ? new(reads: machine is null ? null : "de") : null,
            noticesFrom: Lines.Contains("= mail to people") ? "post@bot.example" : null,
            translator: machine,
            talks: Lines.Contains("= a worker is there"),
            page: InAnApp && !Alone ? "https://help.example/" : null);
    }

    /// <summary>What the writer of the file wrote; the rest is what the bot does.</summary>
    public IEnumerable<string> Written => Lines.Where(l => !IsHeard(l));

    public static bool IsHeard(string line) => line.StartsWith("< ", StringComparison.Ordinal) || line.StartsWith("! ", StringComparison.Ordinal);

    public override string ToString() => Name;
}
