using System.Text;
using RemedyBot.Storage.Mailboxes;
using RemedyBot.Storage.Outbox;
using RemedyBot.Storage.Tokens;
using RemedyBot.Storage.Vault;

namespace RemedyBot.Tests.Storage.Vault;

public class ConversationTests
{
    [Theory]
    [InlineData(true)]
    [InlineData(false)]
    public async Task What_a_turn_commits_is_there_in_the_next(bool onDisk)
    {
        await using var a = onDisk ? await AVault.OnDisk() : await AVault.InMemory();
        var token = a.NewToken();
        Assert.Equal(CommitResult.Committed, await a.Turn(token, """{"at":"story"}""", """["hello"]"""));

        using var loaded = await a.Must(token);

        Assert.Equal("""{"at":"story"}""", Encoding.UTF8.GetString(loaded.Payload.Span));
        Assert.Equal(1, loaded.Seq);
        Assert.Equal(AVault.Morning, loaded.LastTurn);
        Assert.False(loaded.Kept);
        Assert.Equal("""["hello"]""", Encoding.UTF8.GetString((await a.Vault.Conversations.ReadTurnAsync(loaded, 1, default))!));
    }

    [Fact]
    public async Task A_folder_opened_again_holds_what_was_committed()
    {
        await using var a = await AVault.OnDisk();
        var token = a.NewToken();
        await a.Turn(token, "{}", """["kept"]""");
        await a.Reopen();

        using var loaded = await a.Must(token);

        Assert.Equal(1, loaded.Seq);
    }

    [Fact]
    public async Task A_go_token_begins_nothing()
    {
        await using var a = await AVault.InMemory();
        var open = a.Vault.Tokens.Read(a.NewToken()).Token!;
        Assert.Null(await a.Load(a.Vault.Tokens.Renew(open, TokenMint.PageLife)));
    }

    [Fact]
    public async Task A_new_token_sent_twice_begins_one_conversation()
    {
        await using var a = await AVault.InMemory();
        var token = a.NewToken();
        using var first = await a.Must(token);
        using var second = await a.Must(token);
        var turn = new TurnCommit { Payload = "{}"u8.ToArray(), Turn = "[]"u8.ToArray() };

        Assert.Equal(CommitResult.Committed, await a.Vault.Conversations.CommitAsync(first, turn, default));
        Assert.Equal(CommitResult.Conflict, await a.Vault.Conversations.CommitAsync(second, turn, default));
    }

    [Fact]
    public async Task Of_two_turns_on_the_same_state_one_conflicts_and_leaves_nothing()
    {
        await using var a = await AVault.InMemory();
        var token = a.NewToken();
        await a.Turn(token, "{}");
        using var first = await a.Must(token);
        using var second = await a.Must(token);
        var box = new byte[16];
        var id = a.Vault.Outbox.NewId();

        Assert.Equal(CommitResult.Committed, await a.Vault.Conversations.CommitAsync(first, new TurnCommit { Payload = "1"u8.ToArray() }, default));
        var late = new TurnCommit { Payload = "2"u8.ToArray(), Outbox = [new(id, box, AVault.Morning, DateOnly.MaxValue)] };
        Assert.Equal(CommitResult.Conflict, await a.Vault.Conversations.CommitAsync(second, late, default));

        using var now = await a.Must(token);
        Assert.Equal("1", Encoding.UTF8.GetString(now.Payload.Span));
        Assert.Empty(await a.Vault.Outbox.DueAsync(10, default));
    }

    [Fact]
    public async Task A_message_seen_before_is_told_from_a_fresh_one_and_from_another_body()
    {
        await using var a = await AVault.InMemory();
        var token = a.NewToken();
        await a.Turn(token, "id-1", "first");
        await a.Turn(token, "id-2", "second");

        using var loaded = await a.Must(token);

        Assert.Equal(new InboundCheck(InboundKind.Same, 1), loaded.Check("id-1", "first"u8));
        Assert.Equal(new InboundCheck(InboundKind.Different, 1), loaded.Check("id-1", "changed"u8));
        Assert.Equal(new InboundCheck(InboundKind.Same, 2), loaded.Check("id-2", "second"u8));
        Assert.Equal(new InboundCheck(InboundKind.Fresh, 0), loaded.Check("id-3", "second"u8));
    }

    [Fact]
    public async Task The_last_64_messages_are_remembered_and_no_more()
    {
        await using var a = await AVault.InMemory();
        var token = a.NewToken();
        for (var i = 1; i <= 65; i++)
            await a.Turn(token, $"id-{i}", "words");

        using var loaded = await a.Must(token);

        Assert.Equal(InboundKind.Fresh, loaded.Check("id-1", "words"u8).Kind);
        Assert.Equal(new InboundCheck(InboundKind.Same, 2), loaded.Check("id-2", "words"u8));
        Assert.Equal(new InboundCheck(InboundKind.Same, 65), loaded.Check("id-65", "words"u8));
    }

    [Fact]
    public async Task The_turn_before_can_be_replaced_so_that_a_code_leaves_the_history()
    {
        await using var a = await AVault.InMemory();
        var token = a.NewToken();
        await a.Turn(token, "1", """["code 12345"]""");
        await a.Turn(token, "2", """["next"]""", turn => turn with { PreviousTurn = """["code was shown"]"""u8.ToArray() });

        using var loaded = await a.Must(token);
        var turns = await a.Vault.Conversations.ReadTurnsAsync(loaded, 1, 10, default);

        Assert.Equal(["""["code was shown"]""", """["next"]"""], turns.Select(turn => Encoding.UTF8.GetString(turn.Body.Span)));
    }

    [Theory]
    [InlineData(0)]
    [InlineData(3_000)]
    [InlineData(63_000)]
    [InlineData(63_906)]
    [InlineData(63_907)]
    [InlineData(300_000)]
    public async Task A_state_of_any_size_comes_back_whole_and_can_grow_and_shrink(int size)
    {
        await using var a = await AVault.InMemory();
        var token = a.NewToken();
        var large = '"' + new string('x', size) + '"';
        await a.Turn(token, "{}");
        await a.Turn(token, large, large);
        using (var loaded = await a.Must(token))
        {
            Assert.Equal(large, Encoding.UTF8.GetString(loaded.Payload.Span));
            Assert.Equal(large, Encoding.UTF8.GetString((await a.Vault.Conversations.ReadTurnAsync(loaded, 2, default))!));
        }

        await a.Turn(token, "{}");
        using var small = await a.Must(token);
        Assert.Equal("{}", Encoding.UTF8.GetString(small.Payload.Span));
        Assert.Equal(1, await a.Vault.Database.ReadAsync(session => session.Count(RemedyBot.Storage.Sqlite.Table.Conversation), default));
    }

    [Fact]
    public async Task Stop_keeps_the_state_deletes_the_turns_and_closes_every_older_token()
    {
        await using var a = await AVault.InMemory();
        var token = a.NewToken();
        await a.Turn(token, "1", "[1]");
        var older = a.Vault.Tokens.Renew(a.Vault.Tokens.Read(token).Token!, TokenMint.PageLife);
        using var code = await a.Vault.Codes.MintAsync(default);
        await a.Turn(token, "2", "[2]", turn => turn with { ShowCode = code, Stop = true });

        Assert.Null(await a.Load(token));
        Assert.Null(await a.Load(older));
        Assert.Equal(0, await a.Vault.Database.ReadAsync(session => session.Count(RemedyBot.Storage.Sqlite.Table.Turn), default));
        Assert.Equal(1, await a.Vault.Database.ReadAsync(session => session.Count(RemedyBot.Storage.Sqlite.Table.Conversation), default));
    }

    [Fact]
    public async Task Erase_deletes_the_case_its_turns_code_letters_and_what_was_under_way()
    {
        await using var a = await AVault.OnDisk();
        var token = a.NewToken();
        using var code = await a.Vault.Codes.MintAsync(default);
        var box = new byte[] { 1, 2, 3, 4, 5, 6, 7, 8, 9, 10, 11, 12, 13, 14, 15, 16 };
        var (pending, delivered) = (a.Vault.Outbox.NewId(), a.Vault.Outbox.NewId());
        var day = DateOnly.FromDateTime(AVault.Morning.UtcDateTime).AddDays(90);
        await a.Turn(token, "1", "[1]", turn => turn with { ShowCode = code, Outbox = [new(pending, "case"u8.ToArray(), AVault.Morning, day)] });
        await a.Vault.Letters.WriteAsync(new LetterDraft(box, "e.y", day), default);
        await a.Vault.Desk.AddAsync(new("RB-1", "h", "b", day), default);
        using var conversation = await a.Must(token);

        var notice = new RemedyBot.Storage.Outbox.OutboxDraft(a.Vault.Outbox.NewId(), "withdrawn"u8.ToArray(), AVault.Morning, day);
        var erased = await a.Vault.Conversations.EraseAsync(
            conversation, new Erasure { Boxes = [box], Withdrawals = [new(pending, null, null), new(null, "RB-1", null), new(delivered, null, notice)] }, default);

        Assert.Equal(CommitResult.Committed, erased);
        var left = await a.Vault.Database.ReadAsync(
            session => Enum.GetValues<RemedyBot.Storage.Sqlite.Table>().ToDictionary(table => table, session.Count), default);
        Assert.Equal(1, left[RemedyBot.Storage.Sqlite.Table.Outbox]);
        Assert.Equal(1, left.Values.Sum());
        Assert.Equal("withdrawn", Encoding.UTF8.GetString((await a.Vault.Outbox.DueAsync(9, default)).Single().Payload.Span));
        Assert.Equal(0, new FileInfo(Path.Combine(a.Folder!, "remedybot.db-wal")).Length);
        Assert.Null(await a.Load(a.Vault.Tokens.Renew(a.Vault.Tokens.Read(token).Token!, TokenMint.PageLife)));
    }

    [Fact]
    public async Task Erase_takes_along_what_an_app_has_not_taken_yet()
    {
        await using var a = await AVault.InMemory();
        var day = DateOnly.FromDateTime(AVault.Morning.UtcDateTime).AddDays(1);
        using (var first = await InApp(a))
            await a.Vault.Conversations.CommitAsync(first, Waiting(first), default);
        using (var second = await InApp(a))
            await a.Vault.Conversations.CommitAsync(second, Waiting(second), default);
        using var last = await InApp(a);
        Assert.Equal(2, (await a.Vault.Outbox.PushesAsync(default)).Count);

        Assert.Equal(CommitResult.Committed, await a.Vault.Conversations.EraseAsync(last, new Erasure(), default));

        Assert.Empty(await a.Vault.Outbox.PushesAsync(default));

        TurnCommit Waiting(Conversation conversation) => new()
        {
            Payload = "{}"u8.ToArray(),
            Turn = "[]"u8.ToArray(),
            Outbox = [new(OutboxStore.PushIdOf(conversation, conversation.Seq + 1), "reply"u8.ToArray(), AVault.Morning, day) { Push = true }],
        };
    }

    private static async Task<Conversation> InApp(AVault a)
    {
        var key = await a.Vault.Apps.OpenAsync("telegram", "42", default) ?? throw new InvalidOperationException("There is no key.");
        return await a.Vault.Conversations.LoadAsync(key, mayBegin: true, default) ?? throw new InvalidOperationException("The conversation is closed.");
    }

    [Fact]
    public async Task A_stop_without_keeping_leaves_what_was_handed_over()
    {
        await using var a = await AVault.InMemory();
        var token = a.NewToken();
        var day = DateOnly.FromDateTime(AVault.Morning.UtcDateTime).AddDays(90);
        await a.Turn(token, "1", "[1]", turn => turn with { Outbox = [new(a.Vault.Outbox.NewId(), "case"u8.ToArray(), AVault.Morning, day)] });
        using var conversation = await a.Must(token);

        await a.Vault.Conversations.EraseAsync(conversation, new Erasure(), default);

        Assert.Single(await a.Vault.Outbox.DueAsync(9, default));
        Assert.Equal(0, await a.Vault.Database.ReadAsync(session => session.Count(RemedyBot.Storage.Sqlite.Table.Conversation), default));
    }
}
