namespace RemedyBot.Storage.Sqlite;

/// <summary>The tables; all have the one shape.</summary>
internal enum Table
{
    Conversation,
    Turn,
    Code,
    Letter,
    Outbox,
    Thread,
    Desk,
    Worker,
}
