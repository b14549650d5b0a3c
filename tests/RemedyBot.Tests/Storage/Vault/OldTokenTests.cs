using RemedyBot.Storage.Tokens;
using RemedyBot.Storage.Vault;

namespace RemedyBot.Tests.Storage.Vault;

public class OldTokenTests
{
    public enum Ending
    {
        Stop,
        Return,
        Erase,
        Expiry,
        FiftyHours,
    }

    [Theory]
    [InlineData(Ending.Stop)]
    [InlineData(Ending.Return)]
    [InlineData(Ending.Erase)]
    [InlineData(Ending.Expiry)]
    [InlineData(Ending.FiftyHours)]
    public async Task Every_older_token_opens_nothing_afterwards(Ending ending)
    {
        await using var a = await AVault.OnDisk();
        var start = a.NewToken();
        using var code = await a.Vault.Codes.MintAsync(default);
        await a.Turn(start, "1", "[1]", turn => turn with { ShowCode = code });
        var tokens = Enumerable.Range(0, 3).Select(_ => a.Vault.Tokens.Renew(a.Vault.Tokens.Read(start).Token!, TimeSpan.FromDays(60))).ToList();
        Assert.All(tokens, token => Assert.Equal(TokenStatus.Good, a.Vault.Tokens.Read(token).Status));

        await End(a, ending, start, code.ToDisplay());

        foreach (var token in tokens)
            Assert.Null(await a.Load(token));
    }

    [Fact]
    public async Task A_copied_database_and_an_old_key_open_nothing_that_is_stored_after_a_return()
    {
        await using var a = await AVault.OnDisk();
        var start = a.NewToken();
        using var code = await a.Vault.Codes.MintAsync(default);
        await a.Turn(start, "1", "[1]", turn => turn with { ShowCode = code });
        using var thief = await a.Must(start);
        await End(a, Ending.Return, start, code.ToDisplay());

        Assert.Null(await a.Vault.Conversations.LoadByCodeAsync(new ConversationKey(thief.Key.Id, thief.Key.Key.Span, 0), default));
        Assert.Null(await a.Vault.Conversations.ReadTurnAsync(thief, 1, default));
    }

    [Fact]
    public async Task A_row_put_in_anothers_place_is_closed()
    {
        await using var a = await AVault.InMemory();
        var (one, two) = (a.NewToken(), a.NewToken());
        await a.Turn(one, "1");
        await a.Turn(two, "2");
        await a.Vault.Database.CommitAsync(
            session =>
            {
                var rows = session.All(RemedyBot.Storage.Sqlite.Table.Conversation);
                return session.Replace(rows[0] is var first ? RemedyBot.Storage.Sqlite.Table.Conversation : default, rows[1] with { Id = first.Id }, first.Tag)
                    && session.Replace(RemedyBot.Storage.Sqlite.Table.Conversation, first with { Id = rows[1].Id }, rows[1].Tag);
            },
            default);

        Assert.Null(await a.Load(one));
        Assert.Null(await a.Load(two));
    }

    private static async Task End(AVault a, Ending ending, string token, string code)
    {
        switch (ending)
        {
            case Ending.Stop:
                await a.Turn(token, "2", "[2]", turn => turn with { Stop = true });
                break;
            case Ending.Return:
                using (var ticket = (await a.Vault.Codes.OpenAsync(code, "x", default)).Ticket!)
                using (var here = await a.Must(a.NewToken()))
                    await a.Vault.Conversations.ReturnAsync(here, ticket, new TurnCommit { Payload = "2"u8.ToArray() }, default);
                break;
            case Ending.Erase:
                using (var conversation = await a.Must(token))
                    await a.Vault.Conversations.EraseAsync(conversation, new Erasure(), default);
                break;
            case Ending.Expiry:
                a.Time.Advance(TimeSpan.FromDays(32));
                break;
            default:
                a.Time.SetUtcNow(new DateTimeOffset(2026, 11, 24, 2, 0, 0, TimeSpan.Zero));
                break;
        }
    }
}
