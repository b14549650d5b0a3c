namespace RemedyBot.Storage.Sqlite;

/// <summary>One row of any table.</summary>
/// <param name="Day">The last UTC day, counted from 1970-01-01, on which the row may be there.</param>
/// <param name="Tag">New at each write: the optimistic lock.</param>
internal sealed record StoredRow(long Id, int Day, byte[] Tag, byte[] Salt, byte[] Body)
{
    public const int TagLength = 8;
    public const int SaltLength = 16;

    /// <summary>For rows that nobody expires.</summary>
    public const int Forever = 2_932_896;
}
