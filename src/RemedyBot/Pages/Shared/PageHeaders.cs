using System.Security.Cryptography;

namespace RemedyBot.Pages.Shared;

/// <summary>The headers of every page: nothing kept, nothing framed, nothing loaded, no script but our own.</summary>
public static class PageHeaders
{
    /// <summary>Sets the headers and returns the nonce that this answer's style and script carry.</summary>
    public static string Apply(HttpResponse response)
    {
        var nonce = Convert.ToBase64String(RandomNumberGenerator.GetBytes(18));
        var headers = response.Headers;
        headers.ContentSecurityPolicy =
            $"default-src 'none'; script-src 'nonce-{nonce}'; style-src 'nonce-{nonce}'; img-src data:; connect-src 'self'; form-action 'self'; "
            + "base-uri 'none'; frame-ancestors 'none'; require-trusted-types-for 'script'; trusted-types 'none'";
        headers.CacheControl = "no-store";
        headers.XContentTypeOptions = "nosniff";

        // Not no-referrer: with it browsers send "Origin: null" from our own form, and the form would be refused.
        headers["Referrer-Policy"] = "same-origin";
        headers["Cross-Origin-Opener-Policy"] = "same-origin";
        headers["Cross-Origin-Resource-Policy"] = "same-origin";
        headers["Permissions-Policy"] = "camera=(), geolocation=(), microphone=()";
        return nonce;
    }
}
