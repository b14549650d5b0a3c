namespace RemedyBot.Channels.Turns;

/// <summary>What a good token says.</summary>
/// <param name="Token">Itself, to be handed on.</param>
/// <param name="Conversation">The conversation's id on the wire.</param>
/// <param name="Fresh">It may begin its conversation.</param>
public sealed record Bearer(string Token, string Conversation, string User, bool Fresh, DateTimeOffset Expires, string? Origins)
{
    public override string ToString() => nameof(Bearer);
}

/// <param name="Bearer">Null where the token is not ours, damaged, or too old.</param>
/// <param name="Expired">It was ours, and ran out.</param>
public sealed record BearerReading(Bearer? Bearer, bool Expired);
