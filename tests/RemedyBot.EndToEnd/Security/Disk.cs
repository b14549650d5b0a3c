using System.Globalization;
using Microsoft.Data.Sqlite;

namespace RemedyBot.EndToEnd.Security;

/// <summary>What somebody sees who holds the data folder, without our code.</summary>
internal static class Disk
{
    public static readonly IReadOnlyList<string> Tables = ["code", "conversation", "desk", "letter", "outbox", "thread", "turn", "worker"];

    private const string Database = "remedybot.db";

    public static IReadOnlyList<StoredRow> Rows(string folder)
    {
        using var connection = Open(folder);
        return [.. Tables.SelectMany(table => Read(connection, table))];
    }

    /// <summary>Every column of every table, and whatever else the schema holds.</summary>
    public static IReadOnlyList<string> Schema(string folder)
    {
        using var connection = Open(folder);
        using var command = connection.CreateCommand();
        command.CommandText = "SELECT type || ' ' || name || ' ' || coalesce(sql, '') FROM sqlite_schema ORDER BY 1";
        using var reader = command.ExecuteReader();
        var lines = new List<string>();
        while (reader.Read())
            lines.Add(reader.GetString(0));
        return lines;
    }

    /// <summary>All files by name, as they stand now.</summary>
    public static IReadOnlyDictionary<string, byte[]> Files(string folder) => Directory.EnumerateFiles(folder, "*", SearchOption.AllDirectories)
        .Where(file => !file.EndsWith("-shm", StringComparison.Ordinal)).ToDictionary(file => Path.GetRelativePath(folder, file), WholeFile.Read, StringComparer.Ordinal);

    public static string Copy(string folder)
    {
        var copy = Directory.CreateTempSubdirectory("remedybot-stolen-").FullName;
        foreach (var (name, content) in Files(folder))
        {
            Directory.CreateDirectory(Path.GetDirectoryName(Path.Combine(copy, name))!);
            File.WriteAllBytes(Path.Combine(copy, name), content);
        }

        return copy;
    }

    /// <summary>Runs a statement beside the server, as a damaged disk would.</summary>
    public static void Run(string folder, string statement)
    {
        using var connection = new SqliteConnection($"Data Source={Path.Combine(folder, Database)};Pooling=False");
        connection.Open();
        using var command = connection.CreateCommand();
#pragma warning disable CA2100 // Constants of the tests.
        command.CommandText = statement;
#pragma warning restore CA2100
        command.ExecuteNonQuery();
    }

    private static SqliteConnection Open(string folder)
    {
        var connection = new SqliteConnection($"Data Source={Path.Combine(folder, Database)};Pooling=False");
        connection.Open();
        return connection;
    }

    private static List<StoredRow> Read(SqliteConnection connection, string table)
    {
        using var command = connection.CreateCommand();
#pragma warning disable CA2100 // One of the names above.
        command.CommandText = string.Create(CultureInfo.InvariantCulture, $"SELECT id, day, tag, salt, body FROM {table}");
#pragma warning restore CA2100
        using var reader = command.ExecuteReader();
        var rows = new List<StoredRow>();
        while (reader.Read())
            rows.Add(new(table, reader.GetInt64(0), reader.GetInt64(1), (byte[])reader[2], (byte[])reader[3], (byte[])reader[4]));
        return rows;
    }
}

internal sealed record StoredRow(string Table, long Id, long Day, byte[] Tag, byte[] Salt, byte[] Body)
{
    /// <summary>Equal for two looks at a row that was not written in between.</summary>
    public string Mark => $"{Table} {Id} {Day} {Convert.ToHexString(Tag)}";
}
