using System.Buffers.Binary;
using System.Buffers.Text;
using System.Text;
using System.Text.Json;
using RemedyBot.Storage.Keys;
using RemedyBot.Storage.Slots;
using RemedyBot.Storage.Vault;

namespace RemedyBot.Storage.Tokens;

/// <summary>The token's text: what stands where, and the strict reading of it.</summary>
internal static class TokenText
{
    private const string HeadStart = "{\"alg\":\"HS256\",\"kid\":\"";
    private const string HeadEnd = "\"}";
    private const string New = "new";
    private const string Go = "go";

    internal sealed record Parts(DateOnly Day, string Body, string Signature);

    internal sealed record Claims(byte[] Conversation, string User, DateTimeOffset Expires, TokenUse Use, string? Origins, byte[] SealedKey);

    public static string Write(TokenUse use) => use == TokenUse.New ? New : Go;

    public static string Head(DateOnly day) => HeadStart + DatedNames.Write(day) + HeadEnd;

    /// <summary>Null unless the header is, letter for letter, one that we write: so there is no algorithm to choose.</summary>
    public static Parts? Split(string token)
    {
        var parts = token.Length <= TokenMint.MaxLength ? token.Split('.') : [];
        if (parts.Length != 3 || Decode(parts[0]) is not { } bytes)
            return null;
        var head = Encoding.Latin1.GetString(bytes);
        if (head.Length != HeadStart.Length + HeadEnd.Length + DatedNames.Length || DatedNames.Parse(head[HeadStart.Length..^HeadEnd.Length]) is not { } day)
            return null;
        var ours = Base64Url.EncodeToString(Encoding.ASCII.GetBytes(Head(day)));
        return parts[0] == ours ? new Parts(day, parts[1], parts[2]) : null;
    }

    /// <summary>Reads a body whose signature was right; null only where another version wrote it.</summary>
    public static Claims? ReadBody(string body)
    {
        try
        {
            using var json = JsonDocument.Parse(Decode(body) ?? []);
            var root = json.RootElement;
            var conversation = Decode(root.GetProperty("conv").GetString() ?? "");
            var key = Decode(root.GetProperty("k").GetString() ?? "");
            if (conversation is not { Length: ConversationKey.IdLength } || key is null || root.GetProperty("user").GetString() is not { } user)
                return null;
            var use = root.GetProperty("use").GetString() == New ? TokenUse.New : TokenUse.Go;
            var origins = root.TryGetProperty("org", out var org) ? org.GetString() : null;
            return new Claims(conversation, user, DateTimeOffset.FromUnixTimeSeconds(root.GetProperty("exp").GetInt64()), use, origins, key);
        }
        catch (Exception broken) when (broken is JsonException or KeyNotFoundException or InvalidOperationException or FormatException or ArgumentOutOfRangeException)
        {
            return null;
        }
    }

    /// <summary>cid, user, use, exp; the user has its length in front, so that no two sets of values read alike.</summary>
    public static byte[] Binding(ReadOnlySpan<byte> conversation, string user, TokenUse use, DateTimeOffset expires)
    {
        var name = Encoding.UTF8.GetBytes(user);
        var end = new byte[sizeof(long)];
        BinaryPrimitives.WriteInt64BigEndian(end, expires.ToUnixTimeSeconds());
        return [.. conversation, .. RowIds.Number(name.Length), .. name, (byte)use, .. end];
    }

    private static byte[]? Decode(string text)
    {
        try
        {
            return Base64Url.DecodeFromChars(text);
        }
        catch (FormatException)
        {
            return null;
        }
    }
}
