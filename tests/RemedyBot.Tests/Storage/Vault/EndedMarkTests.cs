using RemedyBot.Storage.Sqlite;
using RemedyBot.Storage.Vault;

namespace RemedyBot.Tests.Storage.Vault;

/// <summary>What is left of an app's conversation that was erased: that one message ended it, for a day, and nothing else.</summary>
public sealed class EndedMarkTests
{
    [Fact]
    public async Task It_is_written_by_the_commit_that_erases_knows_one_message_at_one_place_and_goes()
    {
        await using var a = await AVault.InMemory();
        await EraseAsync(a, "a");
        Assert.True(await KnowsAsync(a, "telegram", "42", "a"));
        Assert.False(await KnowsAsync(a, "telegram", "42", "b"));
        Assert.False(await KnowsAsync(a, "telegram", "43", "a"));
        Assert.False(await KnowsAsync(a, "whatsapp", "42", "a"));

        a.Time.Advance(TimeSpan.FromHours(24));
        Assert.True(await KnowsAsync(a, "telegram", "42", "a"));
        a.Time.Advance(TimeSpan.FromHours(24));
        Assert.False(await KnowsAsync(a, "telegram", "42", "a"));
        await a.Vault.Caretaker.SweepAsync(default);
        Assert.Equal(0, await RowsAsync(a));
    }

    [Fact]
    public async Task It_is_one_row_among_the_turns_and_made_again_it_is_still_one()
    {
        await using var a = await AVault.InMemory();
        await EraseAsync(a, "a");
        Assert.Equal(1, await RowsAsync(a));
        await EraseAsync(a, "a");
        Assert.Equal(1, await RowsAsync(a));
    }

    private static async Task EraseAsync(AVault a, string inbound)
    {
        var key = await a.Vault.Apps.OpenAsync("telegram", "42", default);
        using var begun = (await a.Vault.Conversations.LoadAsync(key!, mayBegin: true, default))!;
        var mark = a.Vault.Apps.MarkEnd("telegram", "42", inbound);
        Assert.Equal(CommitResult.Committed, await a.Vault.Conversations.EraseAsync(begun, new Erasure { Ended = mark }, default));
    }

    private static Task<long> RowsAsync(AVault a) => a.Vault.Database.ReadAsync(session => Enum.GetValues<Table>().Sum(session.Count), default);

    private static Task<bool> KnowsAsync(AVault a, string channel, string conversation, string inbound) =>
        a.Vault.Apps.HasEndedAsync(channel, conversation, inbound, default);
}
