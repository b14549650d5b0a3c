using System.Buffers;
using System.Buffers.Binary;
using System.Buffers.Text;
using System.Security.Cryptography;
using System.Text;
using System.Text.Json;
using RemedyBot.Storage.Keys;
using RemedyBot.Storage.Sealing;
using RemedyBot.Storage.Slots;
using RemedyBot.Storage.Vault;

namespace RemedyBot.Storage.Tokens;

/// <summary>Makes and reads tokens (compact JWS, HS256 under the day's key); stores nothing.</summary>
public sealed class TokenMint
{
    public static readonly TimeSpan PageLife = TimeSpan.FromHours(24);

    public const int MaxLength = 600;

    private const int UserLength = 16;

    private readonly TokenKeys _keys;
    private readonly TimeProvider _time;
    private readonly IRandomness _randomness;

    internal TokenMint(TokenKeys keys, TimeProvider time, IRandomness randomness)
    {
        _keys = keys;
        _time = time;
        _randomness = randomness;
    }

    /// <summary>A token for a conversation that has not begun, with a random user.</summary>
    public string MintNew(TimeSpan life, string? origins = null)
    {
        Span<byte> user = stackalloc byte[UserLength];
        _randomness.Fill(user);
        using var key = ConversationKey.Create(_randomness);
        return Mint(key, "dl_" + Base64Url.EncodeToString(user), TokenUse.New, life, origins);
    }

    /// <summary>A fresh <c>go</c> token for the same conversation and user.</summary>
    public string Renew(OpenToken token, TimeSpan life) => Mint(token.Key, token.User, TokenUse.Go, life, token.Origins);

    /// <summary>A token for a conversation whose key is at hand (after a return by code: the conversation's where it was typed).</summary>
    public string Mint(ConversationKey key, string user, TokenUse use, TimeSpan life, string? origins = null)
    {
        var expires = DateTimeOffset.FromUnixTimeSeconds((_time.GetUtcNow() + life).ToUnixTimeSeconds());
        var day = _keys.Today;
        var body = Body(new OpenToken(key, user, use, expires, origins), SealKeyOf(key, user, use, expires, day));
        var input = Encode(TokenText.Head(day)) + "." + Base64Url.EncodeToString(body);
        var token = input + "." + Sign(input, day);
        if (token.Length > MaxLength)
            throw new ArgumentException("The user or the origins are too long for a token.", nameof(user));
        return token;
    }

    /// <summary>Opens a token. The caller compares <see cref="OpenToken.Origins"/>.</summary>
    /// <param name="grace">How long after its end a token is still taken (Direct Line's resume).</param>
    public TokenReading Read(string token, TimeSpan grace = default)
    {
        if (TokenText.Split(token) is not { } parts || Sign(token[..token.LastIndexOf('.')], parts.Day) is not { } expected)
            return Refused();
        // Compared as text, so that no second spelling of the same bytes passes.
        if (!CryptographicOperations.FixedTimeEquals(Encoding.ASCII.GetBytes(expected), Encoding.ASCII.GetBytes(parts.Signature)))
            return Refused();
        if (TokenText.ReadBody(parts.Body) is not { } claims)
            return Refused();
        if (_time.GetUtcNow() >= claims.Expires + grace)
            return new TokenReading(TokenStatus.Expired, null);
        return OpenKey(claims, parts.Day) is { } key
            ? new TokenReading(TokenStatus.Good, new OpenToken(key, claims.User, claims.Use, claims.Expires, claims.Origins))
            : Refused();
    }

    private static TokenReading Refused() => new(TokenStatus.Refused, null);

    private static string Encode(string text) => Base64Url.EncodeToString(Encoding.ASCII.GetBytes(text));

    private static byte[] Body(OpenToken token, byte[] sealedKey)
    {
        var buffer = new ArrayBufferWriter<byte>();
        using (var json = new Utf8JsonWriter(buffer))
        {
            json.WriteStartObject();
            json.WriteString("conv", Base64Url.EncodeToString(token.Key.Id));
            json.WriteString("user", token.User);
            json.WriteNumber("exp", token.Expires.ToUnixTimeSeconds());
            json.WriteString("use", TokenText.Write(token.Use));
            if (token.Origins is not null)
                json.WriteString("org", token.Origins);
            json.WriteString("k", Base64Url.EncodeToString(sealedKey));
            json.WriteEndObject();
        }

        return buffer.WrittenSpan.ToArray();
    }

    /// <summary>Null: that day's key is gone.</summary>
    private string? Sign(string input, DateOnly day)
    {
        if (_keys.Derive(day, Purpose.TokenSign) is not { } key)
            return null;
        var signature = HMACSHA256.HashData(key, Encoding.ASCII.GetBytes(input));
        CryptographicOperations.ZeroMemory(key);
        return Base64Url.EncodeToString(signature);
    }

    private byte[] SealKeyOf(ConversationKey key, string user, TokenUse use, DateTimeOffset expires, DateOnly day)
    {
        byte[] secret = [.. key.Key.Span, .. RowIds.Number(key.Generation)];
        var derived = _keys.Derive(day, Purpose.Token) ?? throw new InvalidOperationException("There is no token key for today.");
        using var sealKey = SealKey.Of(derived, Purpose.Token);
        var record = Record.Seal(sealKey, TokenText.Binding(key.Id, user, use, expires), secret, _randomness);
        CryptographicOperations.ZeroMemory(secret);
        return record;
    }

    private ConversationKey? OpenKey(TokenText.Claims claims, DateOnly day)
    {
        if (_keys.Derive(day, Purpose.Token) is not { } derived)
            return null;
        using var sealKey = SealKey.Of(derived, Purpose.Token);
        var secret = Record.Open(sealKey, TokenText.Binding(claims.Conversation, claims.User, claims.Use, claims.Expires), claims.SealedKey);
        if (secret is not { Length: ConversationKey.KeyLength + sizeof(int) })
            return null;
        var key = new ConversationKey(claims.Conversation, secret.AsSpan(0, ConversationKey.KeyLength), BinaryPrimitives.ReadInt32BigEndian(secret.AsSpan(ConversationKey.KeyLength)));
        CryptographicOperations.ZeroMemory(secret);
        return key;
    }
}
