namespace RemedyBot.Tests.Handoff;

/// <summary>A folder of its own for one test, gone afterwards.</summary>
internal sealed class AFolder : IDisposable
{
    internal string Path { get; } = Directory.CreateTempSubdirectory("remedybot-desk-").FullName;

    internal string File(string name, string content)
    {
        var path = System.IO.Path.Combine(Path, name);
        System.IO.File.WriteAllText(path, content);
        return path;
    }

    public void Dispose() => Directory.Delete(Path, recursive: true);
}
