using RemedyBot.Storage.Outbox;
using RemedyBot.Storage.Sealing;
using RemedyBot.Storage.Sqlite;

namespace RemedyBot.Storage.Vault;

/// <summary>What writing a conversation needs besides the conversation.</summary>
internal sealed record Workshop(Database Database, IRandomness Randomness, TimeProvider Time, Retention Retention, Deliveries Deliveries);
