using RemedyBot.Storage.Sqlite;

namespace RemedyBot.Storage.Keys;

/// <summary>Key files in a folder that only the owner can enter.</summary>
internal sealed class FolderKeyFiles : IKeyFiles
{
    private readonly string _folder;

    public FolderKeyFiles(string folder)
    {
        PrivateFiles.CloseFolder(folder);
        _folder = folder;
    }

    public IReadOnlyList<string> Names() => [.. Directory.EnumerateFiles(_folder).Select(file => Path.GetFileName(file)).Order(StringComparer.Ordinal)];

    public byte[]? Read(string name)
    {
        var file = Path.Combine(_folder, name);
        return File.Exists(file) ? File.ReadAllBytes(file) : null;
    }

    public bool TryAdd(string name, ReadOnlySpan<byte> content)
    {
        var file = Path.Combine(_folder, name);
        try
        {
            PrivateFiles.WriteNew(file, content);
            return true;
        }
        catch (IOException) when (File.Exists(file))
        {
            return false;
        }
    }

    public void Destroy(string name) => PrivateFiles.Destroy(Path.Combine(_folder, name));
}
