using Microsoft.IdentityModel.Tokens;

namespace RemedyBot.Channels.Connector;

/// <summary>One key of a Connector.</summary>
/// <param name="Endorsements">Ids of channels; a key that names none vouches for none.</param>
public sealed record ChannelKey(JsonWebKey Key, IReadOnlySet<string> Endorsements);
