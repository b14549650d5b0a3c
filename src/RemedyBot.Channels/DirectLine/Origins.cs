using System.Buffers.Text;
using System.Security.Cryptography;
using System.Text;
using Microsoft.AspNetCore.Http;

namespace RemedyBot.Channels.DirectLine;

/// <summary>Origins of pages: which a token is bound to, and whether a request comes from one of them.</summary>
public static class Origins
{
    /// <summary>More do not fit into a token.</summary>
    public const int Most = 8;

    private const int HashLength = 8;

    /// <summary>Hashes side by side, as a token carries them: the token is readable by its client, and other sites are none of its business.</summary>
    public static string? Bind(IReadOnlyCollection<string> origins)
    {
        if (origins.Count == 0)
            return null;
        ArgumentOutOfRangeException.ThrowIfGreaterThan(origins.Count, Most);
        return Base64Url.EncodeToString(origins.SelectMany(HashOf).ToArray());
    }

    /// <summary>Whether a request may use a token that is bound to these. Without a binding every page may; with one, a request that names no origin may not.</summary>
    public static bool Allow(string? bound, HttpRequest request)
    {
        if (bound is null)
            return true;
        var origin = request.Headers.Origin;
        return origin.Count == 1 && Holds(bound, origin[0]!);
    }

    /// <summary>Written as browsers write them: scheme, host, port, nothing behind. Null where it is none.</summary>
    public static string? Plain(string text)
    {
        if (!Uri.TryCreate(text.Trim(), UriKind.Absolute, out var origin) || origin.Scheme is not ("http" or "https") || origin.AbsolutePath != "/" || origin.Query.Length > 0)
            return null;
        return origin.GetLeftPart(UriPartial.Authority).ToLowerInvariant();
    }

    /// <summary>Whether the request comes from a page of this very server.</summary>
    public static bool IsOurs(HttpRequest request, Uri? publicUrl)
    {
        var origin = request.Headers.Origin;
        if (origin.Count != 1 || !Uri.TryCreate(origin[0], UriKind.Absolute, out var sender) || sender.Scheme is not ("http" or "https"))
            return false;
        // Behind a proxy that ends TLS our own scheme is unknown, so the sender's is lent to the host before they are compared.
        var own = publicUrl ?? (Uri.TryCreate($"{sender.Scheme}://{request.Host.Value}", UriKind.Absolute, out var host) ? host : null);
        return own is not null && sender.Scheme == own.Scheme && sender.Port == own.Port && string.Equals(sender.IdnHost, own.IdnHost, StringComparison.OrdinalIgnoreCase);
    }

    private static bool Holds(string bound, string origin)
    {
        var wanted = HashOf(origin);
        var known = Base64Url.DecodeFromChars(bound);
        for (var at = 0; at + HashLength <= known.Length; at += HashLength)
            if (known.AsSpan(at, HashLength).SequenceEqual(wanted))
                return true;
        return false;
    }

    private static byte[] HashOf(string origin) => SHA256.HashData(Encoding.UTF8.GetBytes(Plain(origin) ?? origin))[..HashLength];
}
