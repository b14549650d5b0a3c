using RemedyBot.Storage.Vault;

namespace RemedyBot.Storage.Tokens;

/// <summary>A token that was signed by us, opened.</summary>
/// <param name="Key">Dispose it after the request.</param>
/// <param name="User"><c>dl_</c> and random: the client's own name.</param>
/// <param name="Origins">Opaque hash of the origins it is bound to, if any: the caller compares.</param>
public sealed record OpenToken(ConversationKey Key, string User, TokenUse Use, DateTimeOffset Expires, string? Origins)
{
    public override string ToString() => nameof(OpenToken);
}
