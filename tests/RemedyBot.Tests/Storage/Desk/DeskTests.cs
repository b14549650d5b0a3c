using System.Text;
using RemedyBot.Storage.Desk;
using RemedyBot.Storage.Mailboxes;
using RemedyBot.Storage.Sealing;
using RemedyBot.Storage.Slots;
using RemedyBot.Storage.Sqlite;
using RemedyBot.Storage.Vault;

namespace RemedyBot.Tests.Storage.Desk;

public class DeskTests
{
    private static readonly DateOnly Day = new(2027, 1, 1);

    [Fact]
    public async Task Cases_are_listed_found_replaced_and_deleted_by_their_reference()
    {
        await using var a = await AVault.InMemory();
        var large = new string('b', 200_000);
        Assert.True(await a.Vault.Desk.AddAsync(new DeskDraft("RB-1", "h1", "b1", Day), default));
        Assert.False(await a.Vault.Desk.AddAsync(new DeskDraft("RB-1", "h2", "b2", Day), default));
        Assert.True(await a.Vault.Desk.AddAsync(new DeskDraft("RB-2", "h2", large, Day), default));
        Assert.Equal(["h1", "h2"], (await a.Vault.Desk.ListAsync(default)).Select(one => one.Head).Order());
        Assert.Equal(large, (await a.Vault.Desk.GetAsync("RB-2", default))?.Body);

        var first = (await a.Vault.Desk.GetAsync("RB-1", default))!;
        var box = new byte[16];
        Assert.True(await a.Vault.Desk.ReplaceAsync(first, new DeskDraft("RB-1", "h3", "b3", Day), new LetterDraft(box, "answer", Day), default));
        Assert.False(await a.Vault.Desk.ReplaceAsync(first, new DeskDraft("RB-1", "h4", "b4", Day), new LetterDraft(box, "answer", Day), default));
        Assert.Single(await a.Vault.Letters.ReadAsync(box, default));
        Assert.Equal("h3", (await a.Vault.Desk.GetAsync("RB-1", default))?.Head);

        Assert.True(await a.Vault.Desk.DeleteAsync("RB-2", null, default));
        Assert.False(await a.Vault.Desk.DeleteAsync("RB-2", null, default));
        Assert.Single(await a.Vault.Desk.ListAsync(default));
    }

    [Theory]
    [InlineData("b1")]
    [InlineData(null)]
    public async Task Rows_from_before_there_was_a_seal_around_them_open_and_get_one_with_the_next_word(string? body)
    {
        await using var a = await AVault.InMemory();
        body ??= new string('b', 200_000);
        var before = new Slot(Table.Desk, part => RowIds.Of("desk", "RB-1"u8, part), SealedElsewhere.Instance);
        await a.Vault.Database.CommitAsync(session => before.Insert(session, before.Fill(AVault.Utf8($$"""{"head":"h1","body":"{{body}}"}"""), Days.Number(Day), new SystemRandomness())), default);

        Assert.Equal(body, Assert.Single(await a.Vault.Desk.ListAsync(default)).Body);
        var row = (await a.Vault.Desk.GetAsync("RB-1", default))!;
        Assert.Equal(("h1", body), (row.Head, row.Body));
        Assert.True(await a.Vault.Desk.ReplaceAsync(row, new DeskDraft("RB-1", "h2", body, Day), null, default));
        Assert.Equal("h2", (await a.Vault.Desk.GetAsync("RB-1", default))!.Head);
        var bodies = await a.Vault.Database.ReadAsync(session => session.All(Table.Desk).Select(stored => stored.Body).ToList(), default);
        Assert.All(bodies, stored => Assert.Equal(-1, stored.AsSpan().IndexOf("\"head\""u8)));
        Assert.True(await a.Vault.Desk.DeleteAsync("RB-1", null, default));
        Assert.Empty(await a.Vault.Desk.ListAsync(default));
    }

    [Fact]
    public async Task What_stands_beside_the_two_jwes_is_as_long_as_promised()
    {
        await using var a = await AVault.InMemory();
        var room = RemedyBot.Storage.Sealing.Frame.RoundUp(1, overhead: 0) - DeskDraft.Overhead;
        await a.Vault.Desk.AddAsync(new DeskDraft("RB-1", "h", new string('b', room - 1), Day), default);
        await a.Vault.Desk.AddAsync(new DeskDraft("RB-2", "h", new string('b', room), Day), default);
        var sizes = await a.Vault.Database.ReadAsync(session => session.All(RemedyBot.Storage.Sqlite.Table.Desk).Select(row => row.Body.Length).Order().ToList(), default);
        Assert.Equal([4_000, 8_000], sizes);
    }

    [Fact]
    public async Task A_worker_opens_with_the_right_word_and_passphrase_only()
    {
        await using var a = await AVault.InMemory();
        Assert.True(await a.Vault.Workers.AddAsync("Ada", "correct horse battery staple now", "key"u8.ToArray(), default));
        Assert.False(await a.Vault.Workers.AddAsync("ada ", "another passphrase altogether yes", "key"u8.ToArray(), default));
        using var open = await a.Vault.Workers.OpenAsync("ADA", "correct horse battery staple now", "", default);
        Assert.Equal("key", Encoding.UTF8.GetString(open!.Payload.Span));
        Assert.Null(await a.Vault.Workers.OpenAsync("ada", "correct horse battery staple", "", default));
        Assert.Null(await a.Vault.Workers.OpenAsync("eve", "correct horse battery staple now", "", default));
    }

    [Fact]
    public async Task A_totp_step_is_written_once_and_a_removed_worker_opens_no_more()
    {
        await using var a = await AVault.InMemory();
        await a.Vault.Workers.AddAsync("ada", "correct horse battery staple now", "step 1"u8.ToArray(), default);
        using var one = (await a.Vault.Workers.OpenAsync("ada", "correct horse battery staple now", "", default))!;
        using var two = (await a.Vault.Workers.OpenAsync("ada", "correct horse battery staple now", "", default))!;
        Assert.True(await a.Vault.Workers.UpdateAsync(one, "step 2"u8.ToArray(), default));
        Assert.False(await a.Vault.Workers.UpdateAsync(two, "step 2"u8.ToArray(), default));
        Assert.Equal(1, await a.Vault.Workers.CountAsync(default));
        Assert.True(await a.Vault.Workers.RemoveAsync("ada", default));
        Assert.Null(await a.Vault.Workers.OpenAsync("ada", "correct horse battery staple now", "", default));
    }
}
