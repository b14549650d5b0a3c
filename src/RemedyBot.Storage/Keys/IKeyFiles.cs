namespace RemedyBot.Storage.Keys;

/// <summary>A place for small secret files.</summary>
internal interface IKeyFiles
{
    IReadOnlyList<string> Names();

    byte[]? Read(string name);

    /// <summary>Durable when it returns. False: the name is taken.</summary>
    bool TryAdd(string name, ReadOnlySpan<byte> content);

    void Destroy(string name);
}
