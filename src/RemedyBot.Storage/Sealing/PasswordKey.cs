using NSec.Cryptography;

namespace RemedyBot.Storage.Sealing;

/// <summary>Argon2id, 64 MiB, 3 passes, 1 lane: about a tenth of a second, so only behind a gate.</summary>
internal static class PasswordKey
{
    public const int SaltLength = 16;

    private static readonly Argon2id Algorithm =
        PasswordBasedKeyDerivationAlgorithm.Argon2id(new Argon2Parameters { MemorySize = 64 * 1024, NumberOfPasses = 3, DegreeOfParallelism = 1 });

    public static byte[] Derive(ReadOnlySpan<byte> password, ReadOnlySpan<byte> salt) =>
        Algorithm.DeriveBytes(password, salt, Derivation.KeyLength);
}
