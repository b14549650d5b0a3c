using RemedyBot.Storage.Vault;

namespace RemedyBot.Storage.Tokens;

/// <summary>Makes and reads tokens; stores nothing.</summary>
public sealed class TokenMint
{
    public static readonly TimeSpan PageLife = TimeSpan.FromHours(24);

    /// <summary>A token for a conversation that has not begun.</summary>
    public string MintNew(TimeSpan life, string? origins = null) => throw new InvalidOperationException();

    /// <summary>A fresh token for the same conversation and user.</summary>
    public string Renew(OpenToken token, TimeSpan life) => throw new InvalidOperationException();

    /// <summary>A <c>go</c> token for a conversation.</summary>
    public string Mint(ConversationKey key, string user, TokenUse use, TimeSpan life, string? origins = null) => throw new InvalidOperationException();

    /// <param name="grace">How long after its end a token is still taken (Direct Line's resume).</param>
    public TokenReading Read(string token, TimeSpan grace = default) => throw new InvalidOperationException();
}
