using System.Text;
using RemedyBot.Storage.Outbox;

namespace RemedyBot.Tests.Storage.Upkeep;

public class DeliveryTurnTests
{
    private static readonly DateOnly Later = new(2027, 1, 1);

    [Fact]
    public async Task A_new_day_seals_every_entry_and_thread_anew_and_destroys_the_old_key()
    {
        await using var a = await WithEntries();
        var before = await Bodies(a);
        a.Time.Advance(TimeSpan.FromDays(1));
        await a.Vault.Caretaker.SweepAsync(default);

        Assert.Equal(["delivery-2026-11-23"], Deliveries(a));
        Assert.Empty(before.Intersect(await Bodies(a)));
        await AllOpen(a);
    }

    [Fact]
    public async Task Yesterdays_database_with_todays_key_opens_nothing()
    {
        await using var a = await WithEntries();
        var stolen = Path.Combine(a.Folder!, "stolen.db");
        await a.Vault.Caretaker.BackUpAsync(stolen, default);
        a.Time.Advance(TimeSpan.FromDays(1));
        await a.Vault.Caretaker.SweepAsync(default);
        await a.Vault.DisposeAsync();
        File.Move(stolen, Path.Combine(a.Folder!, "remedybot.db"), overwrite: true);
        await a.Reopen();

        Assert.Empty(await a.Vault.Outbox.DueAsync(9, default));
        Assert.Empty(await a.Vault.Threads.ListAsync(default));
    }

    [Fact]
    public async Task A_crash_after_the_new_key_file_loses_nothing()
    {
        await using var a = await WithEntries();
        await a.Vault.DisposeAsync();
        await File.WriteAllBytesAsync(Path.Combine(a.Folder!, "keys", "delivery-2026-11-23"), System.Security.Cryptography.RandomNumberGenerator.GetBytes(32));
        a.Time.Advance(TimeSpan.FromDays(1));
        await a.Reopen();

        Assert.Equal(["delivery-2026-11-23"], Deliveries(a));
        await AllOpen(a);
    }

    [Fact]
    public async Task A_crash_before_the_old_key_file_is_gone_loses_nothing()
    {
        await using var a = await WithEntries();
        var old = Path.Combine(a.Folder!, "keys", "delivery-2026-11-22");
        var key = await File.ReadAllBytesAsync(old);
        a.Time.Advance(TimeSpan.FromDays(1));
        await a.Vault.Caretaker.SweepAsync(default);
        await a.Vault.DisposeAsync();
        await File.WriteAllBytesAsync(old, key);
        await a.Reopen();

        Assert.Equal(["delivery-2026-11-23"], Deliveries(a));
        await AllOpen(a);
    }

    [Fact]
    public async Task A_half_written_key_file_is_no_key()
    {
        await using var a = await WithEntries();
        await a.Vault.DisposeAsync();
        await File.WriteAllBytesAsync(Path.Combine(a.Folder!, "keys", "delivery-2026-11-23.new"), [1, 2, 3]);
        await a.Reopen();

        await AllOpen(a);
    }

    [Fact]
    public async Task A_delivery_under_way_completes_although_the_key_turned()
    {
        await using var a = await WithEntries();
        using var entry = (await a.Vault.Outbox.DueAsync(1, default))[0];
        a.Time.Advance(TimeSpan.FromDays(1));
        await a.Vault.Caretaker.SweepAsync(default);

        Assert.True(await a.Vault.Outbox.CompleteAsync(entry, new Completion(), default));
    }

    [Fact]
    public async Task Entries_added_while_the_key_turns_all_open()
    {
        await using var a = await AVault.OnDisk();
        a.Time.SetUtcNow(new DateTimeOffset(2026, 11, 22, 23, 59, 59, TimeSpan.Zero));
        var adding = Enumerable.Range(0, 200).Select(i => Task.Run(() => Add(a, i))).ToList();
        a.Time.Advance(TimeSpan.FromMinutes(1));
        await a.Vault.Caretaker.SweepAsync(default);
        await Task.WhenAll(adding);
        await a.Reopen();

        Assert.Equal(200, (await a.Vault.Outbox.DueAsync(999, default)).Count);
    }

    [Fact]
    public async Task A_second_process_that_slept_through_the_turn_seals_under_the_new_key()
    {
        await using var a = await AVault.OnDisk();
        await using var other = await RemedyBot.Storage.Vault.SealedVault.OpenAsync(
            new RemedyBot.Storage.Vault.VaultOptions { DataFolder = a.Folder }, a.Time, new RemedyBot.Storage.Sealing.SystemRandomness(), default);
        await other.Outbox.AddAsync(new OutboxDraft(1, "before"u8.ToArray(), AVault.Morning, Later), default);
        a.Time.Advance(TimeSpan.FromDays(1));
        await a.Vault.Caretaker.SweepAsync(default);
        await other.Outbox.AddAsync(new OutboxDraft(2, "after"u8.ToArray(), AVault.Morning, Later), default);

        Assert.Equal(2, (await a.Vault.Outbox.DueAsync(9, default)).Count);
        Assert.Equal(2, (await other.Outbox.DueAsync(9, default)).Count);
    }

    private static async Task<AVault> WithEntries()
    {
        var a = await AVault.OnDisk();
        for (var i = 0; i < 20; i++)
            await Add(a, i);
        using var first = (await a.Vault.Outbox.DueAsync(1, default))[0];
        await a.Vault.Outbox.CompleteAsync(first, new Completion(Thread: new ThreadDraft("ticket"u8.ToArray(), Later)), default);
        return a;
    }

    private static Task Add(AVault a, int i) =>
        a.Vault.Outbox.AddAsync(new OutboxDraft(a.Vault.Outbox.NewId(), Encoding.ASCII.GetBytes(new string('p', 1 + (i % 20 * 4_000))), AVault.Morning, Later), default);

    private static async Task AllOpen(AVault a)
    {
        Assert.Equal(19, (await a.Vault.Outbox.DueAsync(99, default)).Count);
        Assert.Equal("ticket", Encoding.ASCII.GetString((await a.Vault.Threads.ListAsync(default)).Single().Payload.Span));
    }

    private static IEnumerable<string?> Deliveries(AVault a) =>
        Directory.GetFiles(Path.Combine(a.Folder!, "keys"), "delivery-*").Select(Path.GetFileName);

    private static Task<HashSet<string>> Bodies(AVault a) => a.Vault.Database.ReadAsync(
        session => session.All(RemedyBot.Storage.Sqlite.Table.Outbox).Select(row => Convert.ToHexString(row.Body)).ToHashSet(), default);
}
