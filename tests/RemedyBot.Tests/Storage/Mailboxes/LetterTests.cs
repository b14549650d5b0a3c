using RemedyBot.Storage.Mailboxes;

namespace RemedyBot.Tests.Storage.Mailboxes;

public class LetterTests
{
    private static readonly DateOnly Day = new(2026, 12, 1);
    private readonly byte[] _box = [.. Enumerable.Range(1, 16).Select(i => (byte)i)];

    [Fact]
    public async Task Letters_are_read_in_the_order_in_which_they_came()
    {
        await using var a = await AVault.InMemory();
        await Write(a, "one", "two", new string('3', 150_000));
        Assert.Equal(["one", "two", new string('3', 150_000)], (await a.Vault.Letters.ReadAsync(_box, default)).Select(letter => letter.Jwe));
        Assert.Empty(await a.Vault.Letters.ReadAsync(new byte[16], default));
    }

    [Fact]
    public async Task A_letter_that_comes_while_others_are_read_is_found_afterwards()
    {
        await using var a = await AVault.InMemory();
        await Write(a, "one", "two");
        var read = await a.Vault.Letters.ReadAsync(_box, default);
        await Write(a, "three");
        await a.Turn(a.NewToken(), "{}", "[]", turn => turn with { LettersRead = read });
        Assert.Equal(["three"], (await a.Vault.Letters.ReadAsync(_box, default)).Select(letter => letter.Jwe));
        await Write(a, "four");
        Assert.Equal(["three", "four"], (await a.Vault.Letters.ReadAsync(_box, default)).Select(letter => letter.Jwe));
    }

    [Fact]
    public async Task A_conflict_leaves_the_letters_unread()
    {
        await using var a = await AVault.InMemory();
        var token = a.NewToken();
        await a.Turn(token, "1");
        await Write(a, "one");
        using var stale = await a.Must(token);
        await a.Turn(token, "2");
        var turn = new RemedyBot.Storage.Vault.TurnCommit { Payload = "3"u8.ToArray(), LettersRead = await a.Vault.Letters.ReadAsync(_box, default) };

        Assert.Equal(RemedyBot.Storage.Vault.CommitResult.Conflict, await a.Vault.Conversations.CommitAsync(stale, turn, default));
        Assert.Single(await a.Vault.Letters.ReadAsync(_box, default));
    }

    [Fact]
    public async Task Letters_of_a_box_end_together_so_that_no_gap_hides_one()
    {
        await using var a = await AVault.InMemory();
        await a.Vault.Letters.WriteAsync(new LetterDraft(_box, "early", new DateOnly(2026, 11, 23)), default);
        await a.Vault.Letters.WriteAsync(new LetterDraft(_box, "late", new DateOnly(2026, 12, 23)), default);
        a.Time.Advance(TimeSpan.FromDays(10));
        await a.Vault.Caretaker.SweepAsync(default);
        Assert.Equal(2, (await a.Vault.Letters.ReadAsync(_box, default)).Count);
    }

    private async Task Write(AVault a, params string[] letters)
    {
        foreach (var letter in letters)
            await a.Vault.Letters.WriteAsync(new LetterDraft(_box, letter, Day), default);
    }
}
