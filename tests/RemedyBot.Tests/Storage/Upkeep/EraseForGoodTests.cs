using System.Security.Cryptography;
using Microsoft.Data.Sqlite;
using RemedyBot.Storage.Sqlite;
using RemedyBot.Storage.Vault;
using RemedyBot.Tests.Storage.Sqlite;

namespace RemedyBot.Tests.Storage.Upkeep;

/// <summary>What is erased is in no file of ours: guards a property of SQLite that nobody promises.</summary>
public class EraseForGoodTests
{
    private const int Rows = 10_000;

    // Mostly small, as in life; each size many times.
    private static readonly int[] Sizes =
        [.. Enumerable.Repeat(4_000, 20), .. Enumerable.Repeat(8_000, 6), 16_000, 16_000, 32_000, 64_000];

    [Fact]
    public async Task After_a_churn_of_10000_rows_no_16_bytes_of_an_erased_body_are_left()
    {
        await using var a = await AVault.OnDisk();
        var gone = new Grams();
        var bodies = new Dictionary<long, byte[]>();
        await Write(a, bodies, session => session.Insert, Enumerable.Range(1, Rows).Select(_ => RandomNumberGenerator.GetInt32(int.MaxValue) * 4_000_000_000L));
        await Write(a, bodies, session => Replacing(session, bodies, gone), bodies.Keys.Where(id => id % 3 == 0).ToList());
        foreach (var batch in bodies.Keys.Where(id => id / 4_000_000_000L % 2 == 0).ToList().Chunk(100))
        {
            foreach (var id in batch)
                gone.Add(bodies[id]);
            await a.Vault.Database.CommitAsync(session => batch.All(id => session.Delete(Table.Turn, id)), default);
        }

        Assert.True(gone.Bodies > Rows / 2);
        Assert.True(gone.StandIn(Files(a)), "Before the checkpoint the log still holds them: the search works.");
        Assert.True(await a.Vault.Database.TruncateLogAsync());

        Assert.False(gone.StandIn(Files(a)));
    }

    [Fact]
    public async Task With_a_reader_in_the_way_the_alarm_stands_until_the_log_is_clean()
    {
        await using var a = await AVault.OnDisk();
        var token = a.NewToken();
        await a.Turn(token, "{}", "[1]");
        await a.Vault.Database.TruncateLogAsync();
        await a.Turn(token, "{\"more\":1}", "[2]");
        var gone = new Grams();
        foreach (var table in new[] { Table.Conversation, Table.Turn })
        {
            foreach (var row in await a.Vault.Database.ReadAsync(session => session.All(table), default))
                gone.Add(row.Body);
        }

        using var reader = HoldTheLog(a);
        using (var conversation = await a.Must(token))
        {
            var erasing = Opening.Run(a, a.Vault.Conversations.EraseAsync(conversation, new Erasure(), default));
            Assert.Equal(CommitResult.Committed, await erasing);
        }

        Assert.True((await a.Vault.Caretaker.ReadinessAsync(default)).ErasePending);
        Assert.True(gone.StandIn(Files(a)));
        reader.Dispose();
        for (var i = 0; i < 500 && (await a.Vault.Caretaker.ReadinessAsync(default)).ErasePending; i++)
        {
            a.Time.Advance(TimeSpan.FromSeconds(1));
            await Task.Delay(5);
        }

        Assert.False((await a.Vault.Caretaker.ReadinessAsync(default)).ErasePending);
        Assert.False(gone.StandIn(Files(a)));
    }

    [Fact]
    public async Task Where_the_disk_fails_what_is_erased_or_committed_stays_so_and_the_log_is_tried_until_it_is_empty()
    {
        await using var a = await AVault.OnDisk();
        var (bad, tried) = (true, 0);
        await ABadCheckpoint.In(a.Vault, () => bad && tried++ >= 0);
        var (token, other) = (a.NewToken(), a.NewToken());
        await a.Turn(token, "{}");
        Assert.Equal(CommitResult.Committed, await Opening.Run(a, a.Turn(other, "{}", with: turn => turn with { Withdrawals = [new(null, null, null)] })));
        using (var conversation = await a.Must(token))
            Assert.Equal(CommitResult.Committed, await Opening.Run(a, a.Vault.Conversations.EraseAsync(conversation, new Erasure(), default)));

        Assert.Equal("{}", System.Text.Encoding.UTF8.GetString((await a.Must(other)).Payload.Span).TrimEnd());
        for (var before = tried; tried < before + 3; await Task.Delay(5))
            a.Time.Advance(TimeSpan.FromSeconds(1));
        Assert.True((await a.Vault.Caretaker.ReadinessAsync(default)).ErasePending);
        bad = false;
        for (var i = 0; i < 500 && (await a.Vault.Caretaker.ReadinessAsync(default)).ErasePending; i++)
        {
            a.Time.Advance(TimeSpan.FromSeconds(1));
            await Task.Delay(5);
        }

        Assert.False((await a.Vault.Caretaker.ReadinessAsync(default)).ErasePending);
        Assert.Equal(0, new FileInfo(Path.Combine(a.Folder!, "remedybot.db-wal")).Length);
    }

    private static async Task Write(AVault a, Dictionary<long, byte[]> bodies, Func<RowSession, Func<Table, StoredRow, bool>> how, IEnumerable<long> ids)
    {
        foreach (var batch in ids.Distinct().Chunk(100))
        {
            var written = await a.Vault.Database.CommitAsync(
                session => batch.All(id =>
                {
                    var row = new StoredRow(id, 30_000, new byte[8], new byte[16], RandomNumberGenerator.GetBytes(Sizes[RandomNumberGenerator.GetInt32(Sizes.Length)]));
                    var done = how(session)(Table.Turn, row);
                    bodies[id] = row.Body;
                    return done;
                }),
                default);
            Assert.True(written);
        }
    }

    private static Func<Table, StoredRow, bool> Replacing(RowSession session, Dictionary<long, byte[]> bodies, Grams gone) => (table, row) =>
    {
        gone.Add(bodies[row.Id]);
        return session.Replace(table, row, new byte[8]);
    };

    private static SqliteConnection HoldTheLog(AVault a)
    {
        var connection = new SqliteConnection(new SqliteConnectionStringBuilder { DataSource = Path.Combine(a.Folder!, "remedybot.db"), Pooling = false }.ToString());
        connection.Open();
        using var command = connection.CreateCommand();
        command.CommandText = "BEGIN; SELECT COUNT(*) FROM turn;";
        command.ExecuteScalar();
        return connection;
    }

    private static string[] Files(AVault a) => Directory.GetFiles(a.Folder!, "*", SearchOption.AllDirectories);
}
