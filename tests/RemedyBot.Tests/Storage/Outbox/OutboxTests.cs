using System.Text;
using RemedyBot.Storage.Desk;
using RemedyBot.Storage.Mailboxes;
using RemedyBot.Storage.Outbox;
using RemedyBot.Storage.Vault;

namespace RemedyBot.Tests.Storage.Outbox;

public class OutboxTests
{
    private static readonly DateOnly Day = new(2027, 1, 1);
    private readonly byte[] _box = new byte[16];

    [Fact]
    public async Task Only_what_is_due_comes_the_longest_waiting_first()
    {
        await using var a = await AVault.InMemory();
        await Add(a, "later", AVault.Morning.AddHours(1));
        await Add(a, "second", AVault.Morning);
        await Add(a, "first", AVault.Morning.AddHours(-1));
        Assert.Equal(["first", "second"], await Due(a));
        a.Time.Advance(TimeSpan.FromHours(1));
        Assert.Equal(["first", "second", "later"], await Due(a));
    }

    [Fact]
    public async Task A_postponed_entry_comes_back_with_its_attempts_counted()
    {
        await using var a = await AVault.InMemory();
        await Add(a, "case", AVault.Morning);
        using var entry = (await a.Vault.Outbox.DueAsync(1, default)).Single();
        Assert.True(await a.Vault.Outbox.PostponeAsync(entry, AVault.Morning.AddMinutes(5), null, default));
        Assert.Empty(await Due(a));
        a.Time.Advance(TimeSpan.FromMinutes(5));
        using var again = (await a.Vault.Outbox.DueAsync(1, default)).Single();
        Assert.Equal((1, "case"), (again.Attempts, Encoding.UTF8.GetString(again.Payload.Span)));
    }

    [Fact]
    public async Task Completing_deletes_the_entry_and_writes_case_letter_and_thread_together()
    {
        await using var a = await AVault.InMemory();
        await Add(a, "case", AVault.Morning);
        using var entry = (await a.Vault.Outbox.DueAsync(1, default)).Single();
        var completion = new Completion(new LetterDraft(_box, "received", Day), new DeskDraft("RB-1", "head", "body", Day), new ThreadDraft("ticket"u8.ToArray(), Day));

        Assert.True(await a.Vault.Outbox.CompleteAsync(entry, completion, default));

        Assert.Empty(await Due(a));
        Assert.Equal("received", (await a.Vault.Letters.ReadAsync(_box, default)).Single().Jwe);
        Assert.Equal("head", (await a.Vault.Desk.GetAsync("RB-1", default))?.Head);
        Assert.Single(await a.Vault.Threads.ListAsync(default));
    }

    [Fact]
    public async Task An_entry_withdrawn_meanwhile_completes_nothing()
    {
        await using var a = await AVault.InMemory();
        await Add(a, "case", AVault.Morning);
        using var entry = (await a.Vault.Outbox.DueAsync(1, default)).Single();
        await a.Turn(a.NewToken(), "{}", "[]", turn => turn with { Withdrawals = [new Withdrawal(entry.Id, null, null)] });

        Assert.False(await a.Vault.Outbox.CompleteAsync(entry, new Completion(new LetterDraft(_box, "received", Day)), default));
        Assert.False(await a.Vault.Outbox.PostponeAsync(entry, AVault.Morning, null, default));
        Assert.Empty(await a.Vault.Letters.ReadAsync(_box, default));
    }

    [Fact]
    public async Task Withdrawing_what_was_delivered_queues_the_notice_and_ends_the_thread()
    {
        await using var a = await AVault.InMemory();
        await Add(a, "case", AVault.Morning);
        using var entry = (await a.Vault.Outbox.DueAsync(1, default)).Single();
        await a.Vault.Outbox.CompleteAsync(entry, new Completion(Thread: new ThreadDraft("ticket"u8.ToArray(), Day)), default);
        var notice = new OutboxDraft(a.Vault.Outbox.NewId(), "withdrawn"u8.ToArray(), AVault.Morning, Day);
        await a.Turn(a.NewToken(), "{}", "[]", turn => turn with { Withdrawals = [new Withdrawal(entry.Id, null, notice)] });

        Assert.Equal(["withdrawn"], await Due(a));
        Assert.Empty(await a.Vault.Threads.ListAsync(default));
    }

    [Fact]
    public async Task A_thread_moves_on_and_brings_a_letter_once()
    {
        await using var a = await AVault.InMemory();
        await Add(a, "case", AVault.Morning);
        using var entry = (await a.Vault.Outbox.DueAsync(1, default)).Single();
        await a.Vault.Outbox.CompleteAsync(entry, new Completion(Thread: new ThreadDraft("cursor 1"u8.ToArray(), Day)), default);
        using var thread = (await a.Vault.Threads.ListAsync(default)).Single();
        var draft = new ThreadDraft("cursor 2"u8.ToArray(), Day);

        Assert.True(await a.Vault.Threads.ReplaceAsync(thread, draft, new LetterDraft(_box, "answer", Day), default));
        Assert.False(await a.Vault.Threads.ReplaceAsync(thread, draft, new LetterDraft(_box, "answer", Day), default));
        Assert.Single(await a.Vault.Letters.ReadAsync(_box, default));
    }

    [Fact]
    public async Task What_waits_for_a_messaging_app_is_no_delivery()
    {
        await using var a = await AVault.InMemory();
        await a.Vault.Outbox.AddAsync(new OutboxDraft(a.Vault.Outbox.NewId(), "replies"u8.ToArray(), AVault.Morning, Day) { Push = true }, default);
        await Add(a, "case", AVault.Morning);

        Assert.Equal(["case"], await Due(a));
        Assert.Single(await a.Vault.Outbox.ListAsync(default));
        using var push = (await a.Vault.Outbox.PushesAsync(default)).Single();
        Assert.Equal("replies"u8.ToArray(), push.Payload.ToArray());
    }

    private static Task Add(AVault a, string payload, DateTimeOffset due) =>
        a.Vault.Outbox.AddAsync(new OutboxDraft(a.Vault.Outbox.NewId(), AVault.Utf8(payload), due, Day), default);

    private static async Task<string[]> Due(AVault a) =>
        [.. (await a.Vault.Outbox.DueAsync(9, default)).Select(entry => Encoding.UTF8.GetString(entry.Payload.Span))];
}
