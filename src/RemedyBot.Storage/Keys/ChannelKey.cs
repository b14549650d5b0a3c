using RemedyBot.Storage.Sealing;

namespace RemedyBot.Storage.Keys;

/// <summary>The one key that leads to all conversations in messaging apps. Made when the first of them begins, so that a server without apps has none.</summary>
internal sealed class ChannelKey(IKeyFiles files, IRandomness randomness)
{
    private const string Name = "channel";

    private readonly Lock _lock = new();
    private byte[]? _key;

    public byte[] Derive(ReadOnlySpan<byte> salt, string purpose, ReadOnlySpan<byte> of)
    {
        lock (_lock)
            return Derivation.Derive(_key ??= Load(), salt, purpose, of);
    }

    private byte[] Load()
    {
        if (files.Read(Name) is not { } key)
        {
            var made = new byte[Derivation.KeyLength];
            randomness.Fill(made);
            // Another process may have been quicker: then its key is the one.
            key = files.TryAdd(Name, made) ? made : files.Read(Name);
        }
        return key is { Length: Derivation.KeyLength } ? key : throw new InvalidOperationException("The channel key cannot be read.");
    }
}
