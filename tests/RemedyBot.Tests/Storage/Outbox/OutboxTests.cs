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
        Assert.True(await a.Vault.Outbox.PostponeAsync(entry, new Setback(AVault.Morning.AddMinutes(5), "down"), default));
        Assert.Empty(await Due(a));
        a.Time.Advance(TimeSpan.FromMinutes(5));
        using var again = (await a.Vault.Outbox.DueAsync(1, default)).Single();
        Assert.Equal((1, "case", "down", false), (again.Attempts, Encoding.UTF8.GetString(again.Payload.Span), again.Last, again.MayHaveArrived));
    }

    [Fact]
    public async Task Why_it_waits_and_whether_it_may_have_arrived_is_remembered_whatever_comes_after()
    {
        await using var a = await AVault.InMemory();
        await Add(a, "case", AVault.Morning);
        await ThenAsync(a, entry => a.Vault.Outbox.PostponeAsync(entry, new Setback(AVault.Morning, "unsure") { MayHaveArrived = true }, default), "unsure", true);
        await ThenAsync(a, entry => a.Vault.Outbox.DeferAsync(entry, AVault.Morning, default), "unsure", true);
        await ThenAsync(a, entry => a.Vault.Outbox.PostponeAsync(entry, new Setback(AVault.Morning, "down"), default), "down", true);
        await ThenAsync(a, entry => a.Vault.Outbox.BuryAsync(entry, "refused", Day, null, default), "down", true);
        await ThenAsync(a, entry => a.Vault.Outbox.ReviveAsync(entry, default), "down", true);
    }

    [Fact]
    public async Task Whoever_died_while_sending_may_have_sent_it()
    {
        await using var a = await AVault.InMemory();
        await Add(a, "case", AVault.Morning);
        var length = TimeSpan.FromMinutes(1);
        using var first = await a.Vault.Outbox.LeaseAsync((await a.Vault.Outbox.DueAsync(1, default)).Single(), length, default);
        Assert.False(first!.MayHaveArrived);
        a.Time.Advance(length);
        using var second = await a.Vault.Outbox.LeaseAsync((await a.Vault.Outbox.DueAsync(1, default)).Single(), length, default);
        Assert.True(second!.MayHaveArrived);
    }

    private static async Task ThenAsync(AVault a, Func<OutboxEntry, Task<bool>> act, string last, bool mayHaveArrived)
    {
        using (var entry = (await a.Vault.Outbox.ListAsync(default)).Single())
            Assert.True(await act(entry));
        using var after = (await a.Vault.Outbox.ListAsync(default)).Single();
        Assert.Equal((last, mayHaveArrived), (after.Last, after.MayHaveArrived));
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
        Assert.False(await a.Vault.Outbox.PostponeAsync(entry, new Setback(AVault.Morning, "down"), default));
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

    [Theory]
    [InlineData("slow")]
    [InlineData("died while sending")]
    [InlineData("refused at once")]
    public async Task What_was_tried_before_an_operator_brought_it_back_may_have_left(string how)
    {
        await using var a = await AVault.InMemory();
        await Add(a, "case", AVault.Morning);
        var entry = (await a.Vault.Outbox.DueAsync(1, default)).Single();
        _ = how switch
        {
            "slow" => await a.Vault.Outbox.PostponeAsync(entry, new Setback(AVault.Morning.AddHours(1), "slow"), default),
            "refused at once" => await a.Vault.Outbox.BuryAsync(entry, "refused", Day, letter: null, default),
            _ => await a.Vault.Outbox.LeaseAsync(entry, TimeSpan.FromMinutes(1), default) is not null,
        };
        a.Time.Advance(TimeSpan.FromMinutes(2));
        using (var again = (await a.Vault.Outbox.ListAsync(default)).Single())
            Assert.True(await a.Vault.Outbox.ReviveAsync(again, default));

        var notice = new OutboxDraft(a.Vault.Outbox.NewId(), "withdrawn"u8.ToArray(), AVault.Morning, Day);
        var withdrawal = new Withdrawal(entry.Id, "RB-1", notice) { NeverLeft = new LetterDraft(_box, "never left", Day) };
        await a.Turn(a.NewToken(), "{}", "[]", turn => turn with { Withdrawals = [withdrawal] });

        Assert.Equal(["withdrawn"], await Due(a));
        Assert.Empty(await a.Vault.Letters.ReadAsync(_box, default));
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

    [Fact]
    public async Task What_is_left_of_a_reply_takes_its_place_and_comes_to_nothing_where_that_is_gone()
    {
        await using var a = await AVault.InMemory();
        var draft = new OutboxDraft(a.Vault.Outbox.NewId(), AVault.Utf8(new string('x', 9_000)), AVault.Morning, Day) { Push = true };
        await a.Vault.Outbox.AddAsync(draft, default);

        Assert.True(await a.Vault.Outbox.ChangeAsync(draft.Id, "the rest"u8.ToArray(), default));
        using (var push = (await a.Vault.Outbox.PushesAsync(default)).Single())
            Assert.Equal("the rest"u8.ToArray(), push.Payload.ToArray());
        await a.Vault.Outbox.RemoveAsync(draft.Id, default);
        Assert.False(await a.Vault.Outbox.ChangeAsync(draft.Id, "the rest"u8.ToArray(), default));
        Assert.Empty(await a.Vault.Outbox.PushesAsync(default));
    }

    private static Task Add(AVault a, string payload, DateTimeOffset due) =>
        a.Vault.Outbox.AddAsync(new OutboxDraft(a.Vault.Outbox.NewId(), AVault.Utf8(payload), due, Day), default);

    private static async Task<string[]> Due(AVault a) =>
        [.. (await a.Vault.Outbox.DueAsync(9, default)).Select(entry => Encoding.UTF8.GetString(entry.Payload.Span))];
}
