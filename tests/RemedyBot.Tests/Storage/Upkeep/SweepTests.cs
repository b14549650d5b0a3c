using RemedyBot.Storage.Mailboxes;
using RemedyBot.Storage.Sqlite;
using RemedyBot.Storage.Vault;

namespace RemedyBot.Tests.Storage.Upkeep;

public class SweepTests
{
    [Fact]
    public async Task A_silent_conversation_goes_between_24_and_48_hours_after_the_last_word()
    {
        await using var a = await AVault.InMemory();
        await a.Turn(a.NewToken(), "{}");
        a.Time.SetUtcNow(new DateTimeOffset(2026, 11, 23, 23, 59, 0, TimeSpan.Zero));
        Assert.Equal(0, await a.Vault.Caretaker.SweepAsync(default));
        a.Time.Advance(TimeSpan.FromMinutes(1));
        Assert.Equal(2, await a.Vault.Caretaker.SweepAsync(default));
        Assert.Equal(0, await Count(a, Table.Turn));
    }

    [Fact]
    public async Task What_is_over_is_closed_before_the_sweeper_comes()
    {
        await using var a = await AVault.InMemory();
        var options = new VaultOptions();
        using var key = ConversationKey.Create(new RemedyBot.Storage.Sealing.SystemRandomness());
        using (var conversation = (await a.Vault.Conversations.LoadAsync(Copy(key), true, default))!)
            await a.Vault.Conversations.CommitAsync(conversation, new TurnCommit { Payload = "{}"u8.ToArray() }, default);
        a.Time.Advance(options.SilentRetention + TimeSpan.FromDays(1));

        Assert.Null(await a.Vault.Conversations.LoadAsync(Copy(key), true, default));
    }

    [Fact]
    public async Task The_first_turn_of_a_day_moves_all_rows_of_the_case()
    {
        await using var a = await AVault.InMemory();
        var token = a.NewToken();
        var box = new byte[16];
        using var code = await a.Vault.Codes.MintAsync(default);
        await a.Turn(token, "1", "[1]", turn => turn with { ShowCode = code });
        await a.Vault.Letters.WriteAsync(new LetterDraft(box, "e.y", new DateOnly(2026, 12, 1)), default);
        var next = a.Vault.Tokens.Renew(a.Vault.Tokens.Read(token).Token!, TimeSpan.FromDays(2));
        a.Time.Advance(TimeSpan.FromDays(1));
        await a.Turn(next, "2", "[2]", turn => turn with { Boxes = [box] });

        foreach (var table in new[] { Table.Conversation, Table.Turn, Table.Code, Table.Letter })
        {
            var days = await a.Vault.Database.ReadAsync(session => session.All(table).Select(row => Days.Date(row.Day)).Distinct().ToList(), default);
            Assert.Equal([new DateOnly(2026, 12, 23)], days);
        }
    }

    [Fact]
    public async Task More_rows_than_a_batch_go_in_one_sweep_and_workers_stay()
    {
        await using var a = await AVault.OnDisk();
        await a.Vault.Workers.AddAsync("ada", "five words make a passphrase", "{}"u8.ToArray(), default);
        await Task.WhenAll(Enumerable.Range(0, 450).Select(_ => a.Turn(a.NewToken(), "{}")));
        a.Time.Advance(TimeSpan.FromDays(3));

        Assert.Equal(900, await a.Vault.Caretaker.SweepAsync(default));
        Assert.Equal(1, await a.Vault.Workers.CountAsync(default));
        Assert.Equal(0, new FileInfo(Path.Combine(a.Folder!, "remedybot.db-wal")).Length);
    }

    [Fact]
    public async Task The_caretaker_sweeps_each_hour_by_itself()
    {
        await using var a = await AVault.InMemory();
        await a.Turn(a.NewToken(), "{}");
        using var stop = new CancellationTokenSource();
        var running = a.Vault.Caretaker.RunAsync(stop.Token);
        a.Time.Advance(TimeSpan.FromDays(3));
        for (var i = 0; i < 400 && await Count(a, Table.Conversation) > 0; i++)
        {
            a.Time.Advance(TimeSpan.FromMinutes(1));
            await Task.Delay(2);
        }

        Assert.Equal(0, await Count(a, Table.Conversation));
        await stop.CancelAsync();
        await running;
    }

    [Fact]
    public async Task Too_many_unkept_conversations_leave_no_room_and_many_codes_warn()
    {
        await using var a = await AVault.OnDisk(new VaultOptions { UnkeptLimit = 2, CodeWarning = 0 });
        await a.Turn(a.NewToken(), "{}");
        Assert.True(a.Vault.Caretaker.RoomForNew);
        await a.Turn(a.NewToken(), "{}");
        Assert.False(a.Vault.Caretaker.RoomForNew);
        using var code = await a.Vault.Codes.MintAsync(default);
        await a.Turn(a.NewToken(), "{}", "[]", turn => turn with { ShowCode = code });

        var ready = await a.Vault.Caretaker.ReadinessAsync(default);

        Assert.True(ready.Answers);
        Assert.Equal(2, ready.Unkept);
        Assert.False(ready.RoomForNew);
        Assert.True(ready.ManyCodes);
    }

    private static ConversationKey Copy(ConversationKey key) => new(key.Id, key.Key.Span, 0);

    private static Task<long> Count(AVault a, Table table) => a.Vault.Database.ReadAsync(session => session.Count(table), default);
}
