using System.Text;
using RemedyBot.Storage.Codes;
using RemedyBot.Storage.Sqlite;
using RemedyBot.Storage.Vault;

namespace RemedyBot.Tests.Storage.Vault;

public class ReturnTests
{
    [Fact]
    public async Task The_right_code_moves_the_case_to_where_it_was_typed_and_closes_everything_older()
    {
        await using var a = await AVault.InMemory();
        var (old, code) = await Kept(a, stop: false);
        var here = a.NewToken();
        await a.Turn(here, "greeting", "[0]");

        await Return(a, here, code, "moved");

        Assert.Null(await a.Load(a.Vault.Tokens.Renew(a.Vault.Tokens.Read(old).Token!, TimeSpan.FromHours(1))));
        using var now = await a.Must(here);
        Assert.Equal("moved", Encoding.UTF8.GetString(now.Payload.Span));
        Assert.True(now.Kept);
        Assert.Equal(DateOnly.FromDateTime(AVault.Morning.UtcDateTime), now.LastReturn);
        Assert.Equal(1, await Count(a, Table.Conversation));
        Assert.Equal(1, await Count(a, Table.Code));
        Assert.Equal(2, await Count(a, Table.Turn));
    }

    [Fact]
    public async Task A_stopped_case_comes_back_and_the_same_code_comes_back_again()
    {
        await using var a = await AVault.InMemory();
        var (_, code) = await Kept(a, stop: true);
        var first = a.NewToken();
        await Return(a, first, code, "once");
        a.Time.Advance(TimeSpan.FromDays(2));
        var second = a.NewToken();

        var opening = await a.Vault.Codes.OpenAsync(code, "x", default);
        Assert.Equal("once", Encoding.UTF8.GetString(opening.Ticket!.Old.Payload.Span));
        Assert.Equal(DateOnly.FromDateTime(AVault.Morning.UtcDateTime), opening.Ticket.Old.LastReturn);
        opening.Ticket.Dispose();
        await Return(a, second, code, "twice");

        using var now = await a.Must(second);
        Assert.Equal("twice", Encoding.UTF8.GetString(now.Payload.Span));
        Assert.Equal(1, await Count(a, Table.Conversation));
    }

    [Fact]
    public async Task Of_two_returns_at_once_one_wins()
    {
        await using var a = await AVault.InMemory();
        var (_, code) = await Kept(a, stop: true);
        using var one = (await a.Vault.Codes.OpenAsync(code, "x", default)).Ticket!;
        using var two = (await a.Vault.Codes.OpenAsync(code, "x", default)).Ticket!;
        using var here = await a.Must(a.NewToken());
        using var there = await a.Must(a.NewToken());
        var turn = new TurnCommit { Payload = "{}"u8.ToArray() };

        Assert.Equal(CommitResult.Committed, await a.Vault.Conversations.ReturnAsync(here, one, turn, default));
        Assert.Equal(CommitResult.Conflict, await a.Vault.Conversations.ReturnAsync(there, two, turn, default));
        Assert.Equal(1, await Count(a, Table.Conversation));
    }

    [Fact]
    public async Task A_code_typed_into_the_case_that_it_opens_changes_nothing_but_the_turn()
    {
        await using var a = await AVault.InMemory();
        var (token, code) = await Kept(a, stop: false);

        await Return(a, token, code, "again");

        using var now = await a.Must(token);
        Assert.Equal("again", Encoding.UTF8.GetString(now.Payload.Span));
        Assert.True(now.Kept);
        Assert.Equal(CodeStatus.Opened, (await a.Vault.Codes.OpenAsync(code, "x", default)).Status);
    }

    [Fact]
    public async Task A_code_with_an_end_does_not_keep_the_case_and_dies_on_return()
    {
        await using var a = await AVault.InMemory();
        var token = a.NewToken();
        using var code = await a.Vault.Codes.MintAsync(default);
        await a.Turn(token, "1", "[1]", turn => turn with { ShowCode = code, CodeUntil = AVault.Morning.AddHours(1) });
        using (var shown = await a.Must(token))
            Assert.False(shown.Kept);
        var here = a.NewToken();

        await Return(a, here, code.ToDisplay(), "moved");

        using var now = await a.Must(here);
        Assert.Null(now.CodeLookup);
        Assert.Equal(0, await Count(a, Table.Code));
    }

    [Fact]
    public async Task A_code_past_its_end_is_a_wrong_code()
    {
        await using var a = await AVault.InMemory();
        var token = a.NewToken();
        using var code = await a.Vault.Codes.MintAsync(default);
        await a.Turn(token, "1", "[1]", turn => turn with { ShowCode = code, CodeUntil = AVault.Morning.AddHours(1) });
        a.Time.Advance(TimeSpan.FromHours(1));

        Assert.Equal(CodeStatus.Failed, await Opening.StatusOf(a, code.ToDisplay()));
    }

    [Fact]
    public async Task A_newly_shown_code_kills_the_one_before()
    {
        await using var a = await AVault.InMemory();
        var (token, code) = await Kept(a, stop: false);
        using var newer = await a.Vault.Codes.MintAsync(default);
        await a.Turn(token, "2", "[2]", turn => turn with { ShowCode = newer });

        Assert.Equal(CodeStatus.Failed, await Opening.StatusOf(a, code));
        Assert.Equal(CodeStatus.Opened, (await a.Vault.Codes.OpenAsync(newer.ToDisplay(), "x", default)).Status);
        Assert.Equal(1, await Count(a, Table.Code));
    }

    [Fact]
    public async Task The_shown_code_is_known_again_until_it_is_confirmed()
    {
        await using var a = await AVault.InMemory();
        var (token, code) = await Kept(a, stop: false);
        using (var shown = await a.Must(token))
        {
            Assert.True(shown.IsShownCode(code.Replace(' ', '-')));
            Assert.False(shown.IsShownCode("12345 12345 12345 12345 12345"));
        }

        await a.Turn(token, "3", "[3]", turn => turn with { CodeConfirmed = true });
        using var confirmed = await a.Must(token);
        Assert.False(confirmed.IsShownCode(code));
        Assert.True(confirmed.Kept);
    }

    [Fact]
    public async Task Erasing_a_case_spares_a_lookup_that_went_to_somebody_else()
    {
        await using var a = await AVault.InMemory();
        var (mine, theirs) = (a.NewToken(), a.NewToken());
        using var code = await a.Vault.Codes.MintAsync(default);
        await a.Turn(mine, "1", "[1]", turn => turn with { ShowCode = code, CodeUntil = AVault.Morning.AddHours(1) });
        await a.Vault.Database.CommitAsync(session => session.Delete(Table.Code, code.RowId), default);
        await a.Turn(theirs, "1", "[1]", turn => turn with { ShowCode = code });
        using var conversation = await a.Must(mine);

        await a.Vault.Conversations.EraseAsync(conversation, new Erasure(), default);

        Assert.Equal(CodeStatus.Opened, (await a.Vault.Codes.OpenAsync(code.ToDisplay(), "x", default)).Status);
    }

    private static async Task<(string Token, string Code)> Kept(AVault a, bool stop)
    {
        var token = a.NewToken();
        await a.Turn(token, "0", "[0]");
        using var code = await a.Vault.Codes.MintAsync(default);
        Assert.Equal(CommitResult.Committed, await a.Turn(token, "1", "[1]", turn => turn with { ShowCode = code }));
        if (stop)
            await a.Turn(token, "stopped", "[2]", turn => turn with { Stop = true });
        return (token, code.ToDisplay());
    }

    private static async Task Return(AVault a, string token, string code, string state)
    {
        var opening = await a.Vault.Codes.OpenAsync(code, "x", default);
        Assert.Equal(CodeStatus.Opened, opening.Status);
        using var ticket = opening.Ticket!;
        using var here = await a.Must(token);
        var turn = new TurnCommit { Payload = AVault.Utf8(state), Turn = "[]"u8.ToArray() };
        Assert.Equal(CommitResult.Committed, await a.Vault.Conversations.ReturnAsync(here, ticket, turn, default));
    }

    private static Task<long> Count(AVault a, Table table) => a.Vault.Database.ReadAsync(session => session.Count(table), default);
}
