using System.Net;
using Microsoft.AspNetCore.Http;
using RemedyBot.Channels.Activities;
using RemedyBot.Channels.Turns;

namespace RemedyBot.Channels.DirectLine;

/// <summary>Who calls: a site's backend with its secret, or a client with a conversation's token.</summary>
/// <param name="Site">With a secret only.</param>
/// <param name="Bearer">With a token only.</param>
internal sealed record Caller(Site? Site, Bearer? Bearer);

/// <summary>Looks at credentials. What it refuses is answered already when it returns null.</summary>
internal sealed class Door(DirectLineParts parts)
{
    private const string Scheme = "Bearer ";

    /// <summary>The caller, whatever they carry.</summary>
    public async Task<Caller?> AnyoneAsync(HttpContext context, TimeSpan grace = default)
    {
        if (Credential(context.Request) is not { } credential)
        {
            await ErrorAnswer.SendAsync(context, 401, "MissingCredential", "Send a token or a secret as Authorization: Bearer.").ConfigureAwait(false);
            return null;
        }
        // A token of ours has two dots; a secret is whatever the operator chose.
        if (parts.Sites.Find(credential) is { } site)
            return await SiteAsync(context, site).ConfigureAwait(false);
        var (bearer, expired) = parts.Bearers.Read(credential, grace);
        if (bearer is null)
        {
            await (expired
                ? ErrorAnswer.SendAsync(context, 403, "TokenExpired", "The token has expired.")
                : ErrorAnswer.SendAsync(context, 401, "BadCredential", "This is no token or secret of this server.")).ConfigureAwait(false);
            return null;
        }
        if (Origins.Allow(bearer.Origins, context.Request))
            return new(null, bearer);
        await ErrorAnswer.SendAsync(context, 403, "OriginNotAllowed", "The token is bound to another origin.").ConfigureAwait(false);
        return null;
    }

    /// <summary>The bearer of a token for the conversation that the path names.</summary>
    public async Task<Bearer?> BearerAsync(HttpContext context)
    {
        if (await AnyoneAsync(context).ConfigureAwait(false) is not { } caller)
            return null;
        if (caller.Bearer is not { } bearer)
        {
            await ErrorAnswer.SendAsync(context, 403, "TokenRequired", "A secret opens no conversation. Use its token.").ConfigureAwait(false);
            return null;
        }
        if (string.Equals(context.Request.RouteValues["id"] as string, bearer.Conversation, StringComparison.Ordinal))
            return bearer;
        await ErrorAnswer.SendAsync(context, 403, "BadConversation", "The token belongs to another conversation.").ConfigureAwait(false);
        return null;
    }

    /// <summary>Whether a token may be had without a secret: by our own page, and from this machine while no public address is set.</summary>
    public bool IsHome(HttpContext context)
    {
        if (Origins.IsOurs(context.Request, parts.PublicUrl))
            return true;
        var address = context.Connection.RemoteIpAddress;
        if (parts.PublicUrl is not null || address is null || !IPAddress.IsLoopback(address))
            return false;
        var origin = context.Request.Headers.Origin;
        return origin.Count == 0 || (origin.Count == 1 && Uri.TryCreate(origin[0], UriKind.Absolute, out var page) && page.IsLoopback);
    }

    public static string? Credential(HttpRequest request)
    {
        var header = request.Headers.Authorization;
        return header.Count == 1 && header[0] is { } value && value.StartsWith(Scheme, StringComparison.OrdinalIgnoreCase) && value.Length > Scheme.Length
            ? value[Scheme.Length..].Trim()
            : null;
    }

    private static async Task<Caller?> SiteAsync(HttpContext context, Site site)
    {
        if (context.Request.Headers.Origin.Count == 0)
            return new(site, null);
        await ErrorAnswer.SendAsync(context, 403, "SecretFromBrowser", "A secret may never be in a page. Let your backend ask for a token.").ConfigureAwait(false);
        return null;
    }
}
