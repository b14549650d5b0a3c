namespace RemedyBot.Benchmarks;

/// <summary>A folder for one measurement.</summary>
internal sealed class Folder : IDisposable
{
    public string Path { get; } = Directory.CreateTempSubdirectory("remedybot-bench-").FullName;

    public void Dispose() => Directory.Delete(Path, recursive: true);
}
