using System.Globalization;
using Microsoft.Data.Sqlite;
using RemedyBot.Storage.Mailboxes;
using RemedyBot.Storage.Outbox;
using RemedyBot.Storage.Sqlite;

namespace RemedyBot.Tests.Storage.Sqlite;

public class SchemaTests
{
    private static readonly DateOnly Day = new(2026, 12, 1);

    [Fact]
    public async Task Every_table_has_the_one_shape_and_there_is_nothing_else()
    {
        await using var a = await AVault.OnDisk();
        using var connection = Open(a);
        var names = Query(connection, "SELECT name FROM sqlite_master WHERE type = 'table' ORDER BY name");

        Assert.Equal(["code", "conversation", "desk", "letter", "outbox", "thread", "turn", "worker"], names);
        Assert.Equal(names.Select(name => name + "_day"), Query(connection, "SELECT name FROM sqlite_master WHERE type <> 'table' ORDER BY name"));
        foreach (var name in names)
            Assert.Equal(["id INTEGER", "day INTEGER", "tag BLOB", "salt BLOB", "body BLOB"], Query(connection, $"SELECT name || ' ' || type FROM pragma_table_info('{name}')"));
    }

    [Fact]
    public async Task Bodies_have_the_sizes_of_the_scheme_and_numbers_say_nothing()
    {
        await using var a = await AVault.OnDisk();
        foreach (var size in new[] { 1, 3_000, 5_000, 20_000, 60_000, 130_000 })
            await Case(a, new string('x', size));
        await a.Vault.Workers.AddAsync("ada", "a passphrase of five words", "{}"u8.ToArray(), default);
        using var connection = Open(a);

        foreach (var table in Enum.GetNames<Table>())
        {
            Assert.NotEmpty(Query(connection, $"SELECT id FROM {table}"));
            Assert.Empty(Query(connection, $"SELECT length(body) FROM {table} WHERE length(body) NOT IN (4000, 8000, 16000, 32000, 64000)"));
            Assert.Empty(Query(connection, $"SELECT id FROM {table} WHERE length(tag) <> 8 OR length(salt) <> 16 OR id < 0"));
        }

        // Small numbers would be counters.
        Assert.Empty(Query(connection, "SELECT id FROM conversation WHERE id < 1000000 UNION SELECT id FROM turn WHERE id < 1000000"));
    }

    [Fact]
    public async Task The_same_case_in_two_languages_looks_the_same()
    {
        await using var one = await AVault.OnDisk();
        await using var two = await AVault.OnDisk();
        await Case(one, "Somebody shares pictures of me and I want it to stop.");
        await Case(two, "Кто-то распространяет мои фотографии, и я хочу, чтобы это прекратилось.");
        using var first = Open(one);
        using var second = Open(two);

        foreach (var table in Enum.GetNames<Table>())
        {
            var picture = $"SELECT day || ' ' || length(body) FROM {table} ORDER BY 1";
            Assert.Equal(Query(first, picture), Query(second, picture));
        }
    }

    private static async Task Case(AVault a, string words)
    {
        var token = a.NewToken();
        using var code = await a.Vault.Codes.MintAsync(default);
        var id = a.Vault.Outbox.NewId();
        await a.Turn(token, words, words, turn => turn with { ShowCode = code, Outbox = [new(id, AVault.Utf8(words), AVault.Morning, Day)] });
        using var entry = (await a.Vault.Outbox.DueAsync(99, default)).Single(entry => entry.Id == id);
        var letter = new LetterDraft(Guid.NewGuid().ToByteArray(), words.Length.ToString(CultureInfo.InvariantCulture), Day);
        var desk = new RemedyBot.Storage.Desk.DeskDraft(Guid.NewGuid().ToString(), "head", new string('b', words.Length), Day);
        await a.Vault.Outbox.CompleteAsync(entry, new Completion(letter, desk, new ThreadDraft(AVault.Utf8(words), Day), new OutboxDraft(a.Vault.Outbox.NewId(), AVault.Utf8(words), AVault.Morning, Day)), default);
    }

    private static SqliteConnection Open(AVault a)
    {
        var connection = new SqliteConnection(new SqliteConnectionStringBuilder { DataSource = Path.Combine(a.Folder!, "remedybot.db"), Pooling = false }.ToString());
        connection.Open();
        return connection;
    }

    private static List<string> Query(SqliteConnection connection, string sql)
    {
        using var command = connection.CreateCommand();
#pragma warning disable CA2100 // Names from the test itself.
        command.CommandText = sql;
#pragma warning restore CA2100
        using var reader = command.ExecuteReader();
        var values = new List<string>();
        while (reader.Read())
            values.Add(Convert.ToString(reader.GetValue(0), CultureInfo.InvariantCulture)!);
        return values;
    }
}
