using System.Globalization;
using Microsoft.Data.Sqlite;

namespace RemedyBot.Storage.Sqlite;

/// <summary>Opens connections with the settings that erasing relies on.</summary>
internal static class Connections
{
    public const string Memory = ":memory:";

    private const string Settings =
        """
        PRAGMA page_size = 4096;
        PRAGMA journal_mode = WAL;
        PRAGMA synchronous = FULL;
        PRAGMA secure_delete = ON;
        PRAGMA temp_store = MEMORY;
        PRAGMA trusted_schema = OFF;
        PRAGMA mmap_size = 0;
        PRAGMA wal_autocheckpoint = 4000;
        PRAGMA busy_timeout = 100;
        """;

    public static RowSession Open(string file, bool forWriting)
    {
        // Pooled connections would keep files open, and settings unset, behind our back.
        var text = new SqliteConnectionStringBuilder { DataSource = file, Pooling = false, DefaultTimeout = 10 }.ToString();
        var connection = new SqliteConnection(text);
        try
        {
            connection.Open();
            Run(connection, Settings);
            if (forWriting)
                Migrate(connection);
            else
                // A reader takes a few rows and every commit voids its pages: a large cache would only lie there, once for each reader.
                Run(connection, "PRAGMA query_only = ON; PRAGMA cache_size = -256");
            return new RowSession(connection);
        }
        catch
        {
            connection.Dispose();
            throw;
        }
    }

    private static void Migrate(SqliteConnection connection)
    {
        var scripts = typeof(Connections).Assembly.GetManifestResourceNames().Where(name => name.EndsWith(".sql", StringComparison.Ordinal)).Order(StringComparer.Ordinal).ToList();
        using var version = connection.CreateCommand();
        version.CommandText = "PRAGMA user_version";
        var applied = Convert.ToInt32(version.ExecuteScalar(), CultureInfo.InvariantCulture);
        for (var number = applied; number < scripts.Count; number++)
        {
            using var stream = typeof(Connections).Assembly.GetManifestResourceStream(scripts[number])!;
            using var reader = new StreamReader(stream);
            Run(connection, string.Create(CultureInfo.InvariantCulture, $"BEGIN IMMEDIATE; {reader.ReadToEnd()} PRAGMA user_version = {number + 1}; COMMIT;"));
        }
    }

    private static void Run(SqliteConnection connection, string sql)
    {
        using var command = connection.CreateCommand();
#pragma warning disable CA2100 // Constants and embedded scripts only.
        command.CommandText = sql;
#pragma warning restore CA2100
        command.ExecuteNonQuery();
    }
}
