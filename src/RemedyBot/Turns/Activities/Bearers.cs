using System.Buffers.Text;
using RemedyBot.Channels.Turns;
using RemedyBot.Storage.Sealing;
using RemedyBot.Storage.Tokens;
using RemedyBot.Storage.Vault;

namespace RemedyBot.Turns.Activities;

/// <summary>The store's tokens, as the channels know them.</summary>
public sealed class Bearers(TokenMint tokens, IRandomness randomness) : IBearers
{
    public string Mint(string? user, string? origins, TimeSpan life)
    {
        if (user is null)
            return tokens.MintNew(life, origins);
        using var key = ConversationKey.Create(randomness);
        return tokens.Mint(key, user, TokenUse.New, life, origins);
    }

    public BearerReading Read(string token, TimeSpan grace)
    {
        var reading = tokens.Read(token, grace);
        if (reading.Token is not { } open)
            return new(null, reading.Status == TokenStatus.Expired);
        using var key = open.Key;
        return new(new(token, Base64Url.EncodeToString(key.Id), open.User, open.Use == TokenUse.New, open.Expires, open.Origins), false);
    }

    public string? Renew(string token, bool began, TimeSpan life, TimeSpan grace)
    {
        if (tokens.Read(token, grace).Token is not { } open)
            return null;
        using var key = open.Key;
        return tokens.Mint(key, open.User, began ? TokenUse.Go : open.Use, life, open.Origins);
    }
}
