using System.Text.Json;
using Microsoft.AspNetCore.Http;
using RemedyBot.Channels.Activities;

namespace RemedyBot.Channels.DirectLine;

/// <summary>`tokens/generate`, `tokens/refresh` and our own `tokens/resume`.</summary>
internal sealed class TokensEndpoint(DirectLineParts parts, Door door, Streams streams)
{
    private static readonly TimeSpan Resumed = TimeSpan.FromHours(24);
    private const int LongestUser = 64;

    public async Task GenerateAsync(HttpContext context)
    {
        Site? site = null;
        if (Door.Credential(context.Request) is not null)
        {
            if (await door.AnyoneAsync(context).ConfigureAwait(false) is not { } caller)
                return;
            if (caller.Site is null)
            {
                await ErrorAnswer.SendAsync(context, 403, "SecretRequired", "A token is minted with a site's secret.").ConfigureAwait(false);
                return;
            }
            site = caller.Site;
        }
        else if (!door.IsHome(context))
        {
            await ErrorAnswer.SendAsync(context, 401, "MissingCredential", "Send the site's secret, from its backend.").ConfigureAwait(false);
            return;
        }
        if (await ParametersAsync(context).ConfigureAwait(false) is { } parameters && await MintAsync(context, site, parameters).ConfigureAwait(false) is { } token)
            await AnswerAsync(context, token, 200, null).ConfigureAwait(false);
    }

    /// <summary>A token for a new conversation; null where the parameters were refused.</summary>
    public async Task<string?> MintAsync(HttpContext context, Site? site, TokenParameters parameters)
    {
        var user = parameters.User?.Id is { Length: > 0 } given ? given : null;
        // At start an ordinary id is what clients send by themselves; it is theirs to use and nothing of ours.
        var ours = user?.StartsWith("dl_", StringComparison.Ordinal) is true;
        if (user is not null && ours && (user.Length > LongestUser || !user.All(c => char.IsAsciiLetterOrDigit(c) || c is '_' or '-')))
            return await RefuseAsync(context, "A user id has at most 64 characters, letters, digits, _ and -.").ConfigureAwait(false);
        if (user is not null && !ours && context.Request.Path.Value!.EndsWith("/generate", StringComparison.OrdinalIgnoreCase))
            return await RefuseAsync(context, "A user id in a token begins with dl_.").ConfigureAwait(false);
        var origins = site?.Origins ?? [];
        if (parameters.TrustedOrigins is { Count: > 0 } narrowed)
        {
            var plain = narrowed.Select(o => Origins.Plain(o ?? "")).ToList();
            if (plain.Count > Origins.Most || plain.Any(o => o is null || (origins.Count > 0 && !origins.Contains(o, StringComparer.Ordinal))))
                return await RefuseAsync(context, "trustedOrigins holds what is no origin of this site.").ConfigureAwait(false);
            origins = [.. plain.OfType<string>()];
        }
        return parts.Bearers.Mint(ours ? user : null, Origins.Bind([.. origins.Distinct(StringComparer.Ordinal)]), parts.TokenLife);
    }

    public async Task RefreshAsync(HttpContext context)
    {
        if (await door.AnyoneAsync(context).ConfigureAwait(false) is { } caller)
            await RenewAsync(context, caller, default).ConfigureAwait(false);
    }

    /// <summary>A phone that slept comes back with a token that ran out meanwhile.</summary>
    public async Task ResumeAsync(HttpContext context)
    {
        if (await door.AnyoneAsync(context, Resumed).ConfigureAwait(false) is { } caller)
            await RenewAsync(context, caller, Resumed).ConfigureAwait(false);
    }

    private async Task RenewAsync(HttpContext context, Caller caller, TimeSpan grace)
    {
        if (caller.Bearer is not { } bearer)
        {
            await ErrorAnswer.SendAsync(context, 403, "TokenRequired", "A secret is not renewed. Send the token.").ConfigureAwait(false);
            return;
        }
        // History only opens with a token that holds, so a late one is renewed before it is asked.
        var tried = parts.Bearers.Renew(bearer.Token, began: true, parts.TokenLife, grace);
        var began = tried is not null && await parts.History(tried, int.MaxValue, anew: false, context.RequestAborted).ConfigureAwait(false) is not null;
        var token = began ? tried : bearer.Fresh && grace == default ? parts.Bearers.Renew(bearer.Token, began: false, parts.TokenLife, grace) : null;
        if (token is null)
        {
            await ErrorAnswer.SendAsync(context, 404, "ConversationNotFound", "There is no such conversation.").ConfigureAwait(false);
            return;
        }
        streams.Prolong(parts.Bearers.Read(token, default).Bearer!);
        await AnswerAsync(context, token, 200, null).ConfigureAwait(false);
    }

    /// <summary>What the client said; null where it was no JSON (answered already).</summary>
    public async Task<TokenParameters?> ParametersAsync(HttpContext context)
    {
        var (body, status) = await BodyReader.ReadAsync(context, parts.Time).ConfigureAwait(false);
        if (body is null)
        {
            await ErrorAnswer.SendAsync(context, status, ErrorAnswer.CodeOf(status), "The body could not be read.").ConfigureAwait(false);
            return null;
        }
        try
        {
            return body.AsSpan().Trim(" \t\r\n"u8).IsEmpty ? new() : JsonSerializer.Deserialize(body, WireJson.Default.TokenParameters) ?? new();
        }
        catch (Exception e) when (e is JsonException or InvalidOperationException)
        {
            await ErrorAnswer.SendAsync(context, 400, "BadSyntax", "The body is no JSON object of token parameters.").ConfigureAwait(false);
            return null;
        }
    }

    public async Task AnswerAsync(HttpContext context, string token, int status, string? streamUrl)
    {
        var conversation = parts.Bearers.Read(token, default).Bearer!.Conversation;
        var answer = ActivityJson.Write(new ConversationAnswer(conversation, token, (int)parts.TokenLife.TotalSeconds, streamUrl), WireJson.Default.ConversationAnswer);
        await JsonAnswer.SendAsync(context, status, answer).ConfigureAwait(false);
    }

    private static async Task<string?> RefuseAsync(HttpContext context, string why)
    {
        await ErrorAnswer.SendAsync(context, 400, "BadArgument", why).ConfigureAwait(false);
        return null;
    }
}
