using Microsoft.Data.Sqlite;
using RemedyBot.Storage.Sqlite;
using RemedyBot.Storage.Vault;

namespace RemedyBot.Tests.Storage.Sqlite;

public class GroupCommitTests
{
    [Fact]
    public async Task Turns_at_the_same_moment_share_transactions_and_all_are_durable()
    {
        await using var a = await AVault.OnDisk();
        var tokens = Enumerable.Range(0, 300).Select(_ => a.NewToken()).ToList();
        var before = a.Vault.Database.Writer.Transactions;

        var results = await Task.WhenAll(tokens.Select(token => Task.Run(() => a.Turn(token, "{}", "[1]"))));

        Assert.All(results, result => Assert.Equal(CommitResult.Committed, result));
        Assert.True(a.Vault.Database.Writer.Transactions - before < 300);
        await a.Reopen();
        foreach (var token in tokens)
        {
            using var loaded = await a.Must(token);
            Assert.Equal(1, loaded.Seq);
        }
    }

    [Fact]
    public async Task A_job_that_fails_or_refuses_takes_no_other_with_it()
    {
        await using var a = await AVault.OnDisk();
        var database = a.Vault.Database;
        using var entered = new ManualResetEventSlim();
        using var go = new ManualResetEventSlim();
        var first = database.CommitAsync(_ => { entered.Set(); go.Wait(); return true; }, default);
        entered.Wait();
        var good = database.CommitAsync(session => session.Insert(Table.Turn, Row(1)), default);
        var refusing = database.CommitAsync(session => { session.Insert(Table.Turn, Row(2)); return false; }, default);
        var failing = database.CommitAsync(session => { session.Insert(Table.Turn, Row(3)); throw new InvalidDataException(); }, default);
        var last = database.CommitAsync(session => session.Insert(Table.Turn, Row(4)), default);
        go.Set();

        Assert.True(await first && await good && await last);
        Assert.False(await refusing);
        await Assert.ThrowsAsync<InvalidDataException>(() => failing);
        Assert.Equal([1L, 4L], (await database.ReadAsync(session => session.Ids(Table.Turn), default)).Order());
    }

    [Fact]
    public async Task What_was_answered_is_in_the_files_at_that_moment()
    {
        await using var a = await AVault.OnDisk();
        var token = a.NewToken();
        await a.Turn(token, "id-1", "[1]");
        await using var copy = await AVault.OnDisk();
        await copy.Vault.DisposeAsync();
        // As if the process had been killed: nothing is closed, only the files are there.
        foreach (var file in Directory.GetFiles(a.Folder!, "*", SearchOption.AllDirectories))
            File.Copy(file, Path.Combine(copy.Folder!, Path.GetRelativePath(a.Folder!, file)), overwrite: true);
        await copy.Reopen();

        using var loaded = await copy.Must(token);

        Assert.Equal(InboundKind.Same, loaded.Check("id-1", "[1]"u8).Kind);
        Assert.Equal("[1]"u8.ToArray(), await copy.Vault.Conversations.ReadTurnAsync(loaded, 1, default));
    }

    [Fact]
    public async Task Every_connection_has_the_settings_that_erasing_relies_on()
    {
        await using var a = await AVault.OnDisk();
        var names = new[] { "journal_mode", "synchronous", "secure_delete", "temp_store", "trusted_schema", "mmap_size", "page_size" };
        Dictionary<string, string> Settings(RowSession session) => names.ToDictionary(name => name, name => Value(session.Connection, name));
        var expected = new Dictionary<string, string>
        {
            ["journal_mode"] = "wal",
            ["synchronous"] = "2",
            ["secure_delete"] = "1",
            ["temp_store"] = "2",
            ["trusted_schema"] = "0",
            ["mmap_size"] = "0",
            ["page_size"] = "4096",
        };

        Assert.Equal(expected, await a.Vault.Database.ReadAsync(Settings, default));
        Dictionary<string, string>? writers = null;
        await a.Vault.Database.Writer.AloneAsync(session => { writers = Settings(session); return true; });
        Assert.Equal(expected, writers);
    }

    private static StoredRow Row(long id) => new(id, 30_000, new byte[8], new byte[16], new byte[4_000]);

    private static string Value(SqliteConnection connection, string name)
    {
        using var command = connection.CreateCommand();
#pragma warning disable CA2100 // Names from the test itself.
        command.CommandText = "PRAGMA " + name;
#pragma warning restore CA2100
        return Convert.ToString(command.ExecuteScalar(), System.Globalization.CultureInfo.InvariantCulture)!;
    }
}
