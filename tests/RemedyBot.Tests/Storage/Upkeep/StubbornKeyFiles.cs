using RemedyBot.Storage.Keys;

namespace RemedyBot.Tests.Storage.Upkeep;

/// <summary>Key files of which some belong to somebody else: they cannot be destroyed.</summary>
internal sealed class StubbornKeyFiles : IKeyFiles
{
    private readonly MemoryKeyFiles _files = new();

    public HashSet<string> Stuck { get; } = [];

    public IReadOnlyList<string> Names() => _files.Names();

    public byte[]? Read(string name) => _files.Read(name);

    public bool TryAdd(string name, ReadOnlySpan<byte> content) => _files.TryAdd(name, content);

    public void Destroy(string name)
    {
        if (Stuck.Contains(name))
            throw new UnauthorizedAccessException("Access to the path '/secret/" + name + "' is denied.");
        _files.Destroy(name);
    }
}
