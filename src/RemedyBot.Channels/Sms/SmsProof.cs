using System.Security.Cryptography;
using System.Text;
using Microsoft.AspNetCore.Http;
using RemedyBot.Channels.Apps;

namespace RemedyBot.Channels.Sms;

/// <summary>Whether a call comes from the gateway. Compared in constant time, over the body as it came.</summary>
public static class SmsProof
{
    private const string BasicScheme = "Basic ";
    private const string Method = "sha256=";

    public static bool Holds(SmsWebhook webhook, IHeaderDictionary headers, ReadOnlySpan<byte> body)
    {
        if (webhook.Secret is not { Length: > 0 } secret)
            return false;
        var key = Encoding.UTF8.GetBytes(secret);
        if (webhook.Proof is "basic")
            return headers.Authorization is [{ } given] && given.StartsWith(BasicScheme, StringComparison.OrdinalIgnoreCase)
                && Secrets.AreSame(given[BasicScheme.Length..].Trim(), Convert.ToBase64String(Encoding.UTF8.GetBytes(webhook.User + ":" + secret)));
        if (webhook.Header is not { Length: > 0 } name || headers[name] is not [{ } sent])
            return false;
        return webhook.Proof switch
        {
            "plain" => Secrets.AreSame(sent, secret),
            "hmac-sha256" => Signed(sent, HMACSHA256.HashData(key, body)),
            _ => false,
        };
    }

    /// <summary>In hexadecimal or base64, with or without `sha256=` before it.</summary>
    private static bool Signed(string sent, byte[] signature)
    {
        var bare = sent.StartsWith(Method, StringComparison.OrdinalIgnoreCase) ? sent[Method.Length..] : sent;
        // Both are looked at, so that the time tells nothing of the form.
        return Secrets.AreSame(bare.ToUpperInvariant(), Convert.ToHexString(signature)) | Secrets.AreSame(bare, Convert.ToBase64String(signature));
    }
}
