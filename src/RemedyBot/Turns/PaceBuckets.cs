using System.Buffers.Text;
using System.Net;
using System.Net.Sockets;
using System.Security.Cryptography;
using RemedyBot.Storage.Sealing;

namespace RemedyBot.Turns;

/// <summary>
/// Names for the queue of codes: an address's prefix as HMAC under a key that this process has drawn and takes with it.
/// Many people share a prefix (Tor, a phone network), so a bucket only orders a queue.
/// </summary>
public sealed class PaceBuckets
{
    private const int KeyLength = 32;
    private const int NameLength = 12;
    private const int PrefixOf4 = 3;
    private const int PrefixOf6 = 6;

    private readonly byte[] _key = new byte[KeyLength];

    public PaceBuckets(IRandomness randomness) => randomness.Fill(_key);

    /// <summary>Opaque, the same for a /24 (IPv4) or a /48 (IPv6) as long as the process lives; one bucket for all whose address is not known.</summary>
    public string Of(IPAddress? address)
    {
        if (address is null)
            return "";
        var plain = address.IsIPv4MappedToIPv6 ? address.MapToIPv4() : address;
        var prefix = plain.GetAddressBytes().AsSpan(0, plain.AddressFamily == AddressFamily.InterNetwork ? PrefixOf4 : PrefixOf6);
        return Base64Url.EncodeToString(HMACSHA256.HashData(_key, prefix).AsSpan(0, NameLength));
    }
}
