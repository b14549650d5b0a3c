using System.Collections.Concurrent;
using System.Security.Cryptography;

namespace RemedyBot.Storage.Keys;

/// <summary>Keys of a process that keeps nothing.</summary>
internal sealed class MemoryKeyFiles : IKeyFiles
{
    private readonly ConcurrentDictionary<string, byte[]> _files = new(StringComparer.Ordinal);

    public IReadOnlyList<string> Names() => [.. _files.Keys.Order(StringComparer.Ordinal)];

    public byte[]? Read(string name) => _files.TryGetValue(name, out var content) ? [.. content] : null;

    public bool TryAdd(string name, ReadOnlySpan<byte> content) => _files.TryAdd(name, content.ToArray());

    public void Destroy(string name)
    {
        if (_files.TryRemove(name, out var content))
            CryptographicOperations.ZeroMemory(content);
    }
}
