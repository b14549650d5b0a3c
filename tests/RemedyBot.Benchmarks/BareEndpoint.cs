using System.Buffers.Binary;
using System.Globalization;
using System.Security.Cryptography;
using System.Threading.Channels;
using Microsoft.Data.Sqlite;

namespace RemedyBot.Benchmarks;

/// <summary>
/// What a turn cannot do without: an endpoint that takes the same form and writes the same bytes to the same tables in one shared commit.
/// It reads the row first, as a turn does; it seals nothing, decides nothing and renders nothing.
/// </summary>
internal static class BareEndpoint
{
    private const int Body = 4000;
    private const int MostTogether = 256;

    private sealed record Row(long Conversation, long Turn, TaskCompletionSource Done);

    public static async Task<int> RunAsync(string url, string folder)
    {
        var builder = WebApplication.CreateSlimBuilder();
        builder.Logging.ClearProviders();
        builder.WebHost.UseUrls(url);
        await using var app = builder.Build();
        var rows = Channel.CreateUnbounded<Row>();
        using var connection = Open(folder);
        var writer = Task.Factory.StartNew(() => Write(rows.Reader, connection), CancellationToken.None, TaskCreationOptions.LongRunning, TaskScheduler.Default);
        var answer = RandomNumberGenerator.GetHexString(Body);
        app.MapGet("/", () => "ready");
        app.MapPost("/", async (HttpContext context) =>
        {
            var form = await context.Request.ReadFormAsync();
            var conversation = long.Parse(form["form"].ToString(), NumberStyles.HexNumber, CultureInfo.InvariantCulture) & long.MaxValue;
            var row = new Row(conversation, BinaryPrimitives.ReadInt64BigEndian(RandomNumberGenerator.GetBytes(8)) & long.MaxValue, new(TaskCreationOptions.RunContinuationsAsynchronously));
            await rows.Writer.WriteAsync(row);
            await row.Done.Task;
            return Results.Text(answer, "application/json");
        });
        await app.RunAsync();
        rows.Writer.Complete();
        await writer;
        return 0;
    }

    private static void Write(ChannelReader<Row> rows, SqliteConnection connection)
    {
        using var state = Command(connection, "INSERT INTO conversation (id, day, tag, salt, body) VALUES ($id, 1, $tag, $salt, $body) ON CONFLICT (id) DO UPDATE SET tag = $tag, salt = $salt, body = $body");
        using var turn = Command(connection, "INSERT INTO turn (id, day, tag, salt, body) VALUES ($id, 1, $tag, $salt, $body)");
        using var begin = Command(connection, "BEGIN IMMEDIATE");
        using var commit = Command(connection, "COMMIT");
        var batch = new List<Row>();
        while (rows.WaitToReadAsync().AsTask().GetAwaiter().GetResult())
        {
            while (batch.Count < MostTogether && rows.TryRead(out var row))
                batch.Add(row);
            begin.ExecuteNonQuery();
            foreach (var row in batch)
            {
                Put(state, row.Conversation);
                Put(turn, row.Turn);
            }
            commit.ExecuteNonQuery();
            batch.ForEach(row => row.Done.SetResult());
            batch.Clear();
        }
    }

    private static void Put(SqliteCommand command, long id)
    {
        command.Parameters.Clear();
        command.Parameters.AddWithValue("$id", id);
        command.Parameters.AddWithValue("$tag", RandomNumberGenerator.GetBytes(8));
        command.Parameters.AddWithValue("$salt", RandomNumberGenerator.GetBytes(16));
        command.Parameters.AddWithValue("$body", RandomNumberGenerator.GetBytes(Body));
        command.ExecuteNonQuery();
    }

    /// <summary>The pragmas and tables of the vault.</summary>
    private static SqliteConnection Open(string folder)
    {
        var connection = new SqliteConnection(new SqliteConnectionStringBuilder { DataSource = System.IO.Path.Combine(folder, "bare.db"), Pooling = false }.ToString());
        connection.Open();
        using var command = Command(connection, """
            PRAGMA page_size = 4096; PRAGMA journal_mode = WAL; PRAGMA synchronous = FULL; PRAGMA secure_delete = ON; PRAGMA temp_store = MEMORY;
            PRAGMA trusted_schema = OFF; PRAGMA mmap_size = 0; PRAGMA wal_autocheckpoint = 4000;
            CREATE TABLE conversation (id INTEGER PRIMARY KEY, day INTEGER NOT NULL, tag BLOB NOT NULL, salt BLOB NOT NULL, body BLOB NOT NULL);
            CREATE INDEX conversation_day ON conversation (day);
            CREATE TABLE turn (id INTEGER PRIMARY KEY, day INTEGER NOT NULL, tag BLOB NOT NULL, salt BLOB NOT NULL, body BLOB NOT NULL);
            CREATE INDEX turn_day ON turn (day);
            """);
        command.ExecuteNonQuery();
        return connection;
    }

    private static SqliteCommand Command(SqliteConnection connection, string text)
    {
        var command = connection.CreateCommand();
#pragma warning disable CA2100 // Only constants.
        command.CommandText = text;
#pragma warning restore CA2100
        return command;
    }
}
