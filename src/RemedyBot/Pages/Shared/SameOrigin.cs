namespace RemedyBot.Pages.Shared;

/// <summary>Tells a post from our own page from one that a foreign page sent, so that nobody is brought into a conversation someone else knows.</summary>
public static class SameOrigin
{
    /// <param name="publicUrl">Where people reach this server, if the operator said so; else the Host header is compared.</param>
    public static bool Sent(HttpRequest request, Uri? publicUrl)
    {
        var site = request.Headers["Sec-Fetch-Site"];
        if (site.Count > 0) return site.All(value => value is "same-origin" or "none");

        var origin = request.Headers.Origin;
        return origin.Count == 0 || (origin.Count == 1 && IsOurs(origin[0], request, publicUrl));
    }

    private static bool IsOurs(string? origin, HttpRequest request, Uri? publicUrl)
    {
        if (!Uri.TryCreate(origin, UriKind.Absolute, out var sender)) return false;
        if (sender.Scheme is not ("http" or "https")) return false;
        if (publicUrl is not null && SameAuthority(sender, publicUrl) && sender.Scheme == publicUrl.Scheme) return true;

        // Behind a proxy that ends TLS our own scheme is unknown, so the sender's is lent to the host before they are compared.
        return publicUrl is null && Uri.TryCreate($"{sender.Scheme}://{request.Host.Value}", UriKind.Absolute, out var own) && SameAuthority(sender, own);
    }

    private static bool SameAuthority(Uri one, Uri other) =>
        one.Port == other.Port && string.Equals(one.IdnHost, other.IdnHost, StringComparison.OrdinalIgnoreCase);
}
