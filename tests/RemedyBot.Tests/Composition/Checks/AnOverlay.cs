using RemedyBot.Composition;
using RemedyBot.Localization.Checks;
using RemedyBot.Tests.Handoff;

namespace RemedyBot.Tests.Composition.Checks;

/// <summary>An organisation's own folder, in which one shipped file has a mistake.</summary>
internal sealed class AnOverlay : IDisposable
{
    private readonly AFolder _folder = new();

    public ContentFolder Content => new(_folder.Path, Repository.Root);

    public string Folder => _folder.Path;

    public void Dispose() => _folder.Dispose();

    public static string Shipped(string path) => File.ReadAllText(Path.Combine(Repository.Root, path));

    public void Write(string path, string content)
    {
        Directory.CreateDirectory(Path.GetDirectoryName(Path.Combine(_folder.Path, path))!);
        _folder.File(path, content);
    }

    /// <summary>Lays the shipped file over itself, with these words exchanged once.</summary>
    /// <returns>The line that they stood in.</returns>
    public int Exchange(string path, string right, string wrong)
    {
        var text = Shipped(path);
        var at = text.IndexOf(right, StringComparison.Ordinal);
        Assert.True(at >= 0, $"{path} does not say {right}");
        Write(path, text[..at] + wrong + text[(at + right.Length)..]);
        return 1 + text[..at].Count(c => c == '\n');
    }

    /// <summary>What `check` finds beyond what it finds in the shipped content.</summary>
    public IReadOnlyList<Finding> Found() => [.. ContentCheck.Run(Content, []).Except(Before)];

    private static readonly Lazy<IReadOnlyList<Finding>> Unspoilt = new(() => ContentCheck.Run(new ContentFolder(null, Repository.Root), []));

    public static IReadOnlyList<Finding> Before => Unspoilt.Value;
}
