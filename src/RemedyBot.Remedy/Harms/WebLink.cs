namespace RemedyBot.Remedy.Harms;

/// <summary>Links as people type them. Never followed, never fetched.</summary>
public static class WebLink
{
    /// <summary>The host in lower case without `www.`; null where this is no link.</summary>
    public static string? HostOf(string typed) =>
        Parse(typed) is { } uri ? WithoutWww(uri.IdnHost.ToLowerInvariant()) : null;

    /// <summary>Scheme and host in lower case, the rest as typed; null where that changes nothing or this is no link.</summary>
    public static string? Normalised(string typed)
    {
        if (Parse(typed) is not { } uri)
            return null;
        var port = uri.IsDefaultPort ? "" : $":{uri.Port}";
        var normal = $"{uri.Scheme}://{uri.IdnHost.ToLowerInvariant()}{port}{uri.PathAndQuery}{uri.Fragment}";
        return normal == typed ? null : normal;
    }

    /// <summary>Whether it is written as an address is, not as a name with a dot in it (`booking.com`).</summary>
    public static bool IsWritten(string typed) =>
        (typed.Contains('/', StringComparison.Ordinal) || typed.TrimStart().StartsWith("www.", StringComparison.OrdinalIgnoreCase)) && Parse(typed) is not null;

    private static Uri? Parse(string typed)
    {
        var text = typed.Trim();
        if (text.Length is 0 or > 2048 || text.Any(char.IsWhiteSpace))
            return null;
        if (!text.Contains("://", StringComparison.Ordinal))
            text = "https://" + text;
        return Uri.TryCreate(text, UriKind.Absolute, out var uri)
            && (uri.Scheme is "http" or "https")
            && uri.Host.Contains('.', StringComparison.Ordinal) ? uri : null;
    }

    private static string WithoutWww(string host) => host.StartsWith("www.", StringComparison.Ordinal) ? host[4..] : host;
}
