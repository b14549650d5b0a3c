using System.Security.Cryptography;
using System.Text;

namespace RemedyBot.Channels.Apps;

internal static class Secrets
{
    /// <summary>In constant time, by their hashes, so that not even a length is told.</summary>
    public static bool AreSame(string? one, string other) =>
        one is not null && CryptographicOperations.FixedTimeEquals(SHA256.HashData(Encoding.UTF8.GetBytes(one)), SHA256.HashData(Encoding.UTF8.GetBytes(other)));
}
