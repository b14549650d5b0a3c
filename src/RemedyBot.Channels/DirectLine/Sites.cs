using System.Security.Cryptography;
using System.Text;

namespace RemedyBot.Channels.DirectLine;

/// <summary>The sites that may mint tokens. Their secrets are held as hashes and compared in constant time.</summary>
public sealed class Sites(IEnumerable<Site> sites)
{
    private readonly List<(byte[] Hash, Site Site)> _known =
        [.. sites.SelectMany(site => site.Secrets.Where(s => s.Length > 0).Select(secret => (HashOf(secret), site with { Secrets = [] })))];

    public int Count => _known.Count;

    /// <summary>The site whose secret this is, or null. Every secret is compared, so that time tells nothing.</summary>
    public Site? Find(string secret)
    {
        var hash = HashOf(secret);
        Site? found = null;
        foreach (var (known, site) in _known)
            if (CryptographicOperations.FixedTimeEquals(known, hash))
                found = site;
        return found;
    }

    private static byte[] HashOf(string secret) => SHA256.HashData(Encoding.UTF8.GetBytes(secret));
}
