using System.Net;
using System.Security.Cryptography;
using System.Security.Cryptography.X509Certificates;

namespace RemedyBot.Composition;

/// <summary>Where the server listens: in clear on this machine only, elsewhere under a certificate of its own or behind a proxy that has one.</summary>
internal static class Listening
{
    private const string Https = "https", Onion = ".onion";

    /// <summary>What is wrong with the addresses and the certificate, each with what to do.</summary>
    public static IEnumerable<string> Problems(Settings settings)
    {
        var addresses = Addresses(settings.Urls);
        if (addresses.Count == 0 || addresses.Contains(null))
            yield return "urls takes addresses such as http://127.0.0.1:8080, parted by semicolons.";
        if (Addresses(settings.MetricsUrls).Contains(null))
            yield return "metrics:urls takes addresses such as http://127.0.0.1:9464, parted by semicolons, or nothing.";
        if (addresses.Exists(a => a?.Scheme == Https) && (settings.TlsCertificate is null || settings.TlsKey is null))
            yield return "urls has an https address, so tls:certificate and tls:key have to name PEM files. Or listen on http://127.0.0.1:8080 and let a proxy in front do TLS.";
        if (addresses.Exists(a => a is { Scheme: not Https } && !IsHere(a)) && !IsSealedInFront(settings.PublicUrl))
            yield return "urls would carry what people write in clear over the network. Listen on 127.0.0.1, or on https, or set publicUrl to the https address of the proxy in front.";
        if (settings.PublicUrl is { IsLoopback: false } open && !IsSealedInFront(open))
            yield return "publicUrl takes the https address that people open; http is only for an onion address or this machine, since anybody on the way could read it.";
        if (settings is { TlsCertificate: { } certificate, TlsKey: { } key } && File.Exists(certificate) && File.Exists(key) && Load(certificate, key) is null)
            yield return "tls:certificate and tls:key hold no certificate with its key. Both are PEM files; the certificate stands first, those that vouch for it after it.";
    }

    public static void Apply(WebApplicationBuilder builder, Settings settings)
    {
        builder.WebHost.UseUrls(settings.Urls.Split(';', StringSplitOptions.TrimEntries | StringSplitOptions.RemoveEmptyEntries));
        if (settings is not { TlsCertificate: { } certificate, TlsKey: { } key })
            return;
        var chain = new X509Certificate2Collection();
        chain.ImportFromPemFile(certificate);
        builder.WebHost.UseKestrelHttpsConfiguration().ConfigureKestrel(kestrel => kestrel.ConfigureHttpsDefaults(https =>
        {
            https.ServerCertificate = Load(certificate, key);
            https.ServerCertificateChain = chain;
        }));
    }

    private static X509Certificate2? Load(string certificate, string key)
    {
        try
        {
            return X509Certificate2.CreateFromPemFile(certificate, key);
        }
        catch (Exception e) when (e is CryptographicException or ArgumentException or IOException or UnauthorizedAccessException)
        {
            return null;
        }
    }

    private static List<Uri?> Addresses(string urls) => [.. urls.Split(';', StringSplitOptions.TrimEntries | StringSplitOptions.RemoveEmptyEntries).Select(Read)];

    // Kestrel's own wildcards are no host names.
    private static Uri? Read(string address) =>
        Uri.TryCreate(address.Replace("://*", "://0.0.0.0", StringComparison.Ordinal).Replace("://+", "://0.0.0.0", StringComparison.Ordinal), UriKind.Absolute, out var url)
        && url.Scheme is "http" or Https ? url : null;

    private static bool IsHere(Uri address) => address.IsLoopback || (IPAddress.TryParse(address.Host.Trim('[', ']'), out var ip) && IPAddress.IsLoopback(ip));

    private static bool IsSealedInFront(Uri? open) => open is not null && (open.Scheme == Https || open.Host.EndsWith(Onion, StringComparison.OrdinalIgnoreCase));
}
