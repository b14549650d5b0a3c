using RemedyBot.Storage.Sealing;

namespace RemedyBot.Storage.Keys;

/// <summary>A key that stays as long as what it leads to. Made when it is first needed, so that a server without apps, or without a desk, has none for it.</summary>
/// <param name="name">Its file's.</param>
internal sealed class LastingKey(IKeyFiles files, string name, IRandomness randomness)
{
    /// <summary>Leads to all conversations in messaging apps.</summary>
    public const string Channel = "channel";

    /// <summary>Hides which cases lie at the desk from whoever has the database alone.</summary>
    public const string Desk = "desk";

    private readonly Lock _lock = new();
    private byte[]? _key;

    public byte[] Derive(ReadOnlySpan<byte> salt, string purpose, ReadOnlySpan<byte> of)
    {
        lock (_lock)
            return Derivation.Derive(_key ??= Load(), salt, purpose, of);
    }

    private byte[] Load()
    {
        if (files.Read(name) is not { } key)
        {
            var made = new byte[Derivation.KeyLength];
            randomness.Fill(made);
            // Another process may have been quicker: then its key is the one.
            key = files.TryAdd(name, made) ? made : files.Read(name);
        }
        return key is { Length: Derivation.KeyLength } ? key : throw new InvalidOperationException("A key cannot be read.");
    }
}
