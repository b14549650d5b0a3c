namespace RemedyBot.Channels.Turns;

/// <summary>Makes and reads the tokens of conversations; the program lends the store's.</summary>
public interface IBearers
{
    /// <summary>A token for a conversation that has not begun.</summary>
    /// <param name="user">The client's own name, beginning with `dl_`; null draws one.</param>
    /// <param name="origins">Opaque; comes back with <see cref="Bearer.Origins"/>.</param>
    string Mint(string? user, string? origins, TimeSpan life);

    /// <param name="grace">How long after its end a token is still taken.</param>
    BearerReading Read(string token, TimeSpan grace);

    /// <summary>The same conversation and user, a new end. Null where the token opens nothing.</summary>
    /// <param name="began">The conversation has begun, so the new token goes on with it and begins nothing.</param>
    string? Renew(string token, bool began, TimeSpan life, TimeSpan grace);
}
