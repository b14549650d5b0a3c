using RemedyBot.Storage.Vault;
using SQLitePCL;

namespace RemedyBot.Tests.Storage.Sqlite;

/// <summary>SQLite's own error instead of an emptied log, as on a disk that is full.</summary>
internal static class ABadCheckpoint
{
    public static Task In(SealedVault vault, Func<bool> fails) => vault.Database.Writer.AloneAsync(session =>
    {
        raw.sqlite3_set_authorizer(session.Connection.Handle, (_, action, what, _, _, _) => action == raw.SQLITE_PRAGMA && what == "wal_checkpoint" && fails() ? raw.SQLITE_DENY : raw.SQLITE_OK, null);
        return true;
    });
}
