using System.Text;
using RemedyBot.Storage.Mailboxes;
using RemedyBot.Storage.Sqlite;
using RemedyBot.Storage.Vault;

namespace RemedyBot.Tests.Storage.Outbox;

/// <summary>One message that waits sealed until a letter comes that rings.</summary>
public sealed class RingTests
{
    private const string Word = "kanarienvogel-address-77123";
    private static readonly DateOnly Day = new(2026, 12, 1);
    private readonly byte[] _one = [.. Enumerable.Repeat((byte)1, 16)];
    private readonly byte[] _two = [.. Enumerable.Repeat((byte)2, 16)];

    [Fact]
    public async Task The_first_letter_that_rings_to_any_of_its_boxes_queues_it_once_and_it_lies_nowhere_any_more()
    {
        await using var a = await AVault.InMemory();
        await Seal(a, a.NewToken(), _one, _two);
        Assert.Equal(2, await Threads(a));
        await Write(a, _two, rings: false);
        Assert.Empty(await Due(a));
        await Write(a, _two, rings: true);
        Assert.Equal([Word], await Due(a));
        Assert.Equal(0, await Threads(a));
        await Write(a, _one, rings: true);
        await Write(a, _two, rings: true);
        Assert.Equal([Word], await Due(a));
    }

    [Fact]
    public async Task Sealed_anew_it_takes_back_what_is_under_way_and_taken_back_it_leaves_nothing()
    {
        await using var a = await AVault.InMemory();
        var token = a.NewToken();
        await Seal(a, token, _one);
        await Write(a, _one, rings: true);
        await a.Turn(token, "again", with: t => t with { Ring = new([_one], [_one], AVault.Utf8("anew"), Day) });
        Assert.Empty(await Due(a));
        await Write(a, _one, rings: true);
        Assert.Equal(["anew"], await Due(a));
        await a.Turn(token, "no", with: t => t with { Ring = new([_one], [], default, Day) });
        Assert.Empty(await Due(a));
        await Write(a, _one, rings: true);
        Assert.Empty(await Due(a));
        Assert.Equal(0, await Threads(a));
    }

    [Theory]
    [InlineData(false)]
    [InlineData(true)]
    public async Task Erasing_takes_it_along_before_and_after_the_letter(bool rung)
    {
        await using var a = await AVault.InMemory();
        var token = a.NewToken();
        await Seal(a, token, _one);
        if (rung)
            await Write(a, _one, rings: true);
        using (var here = await a.Must(token))
            Assert.Equal(CommitResult.Committed, await a.Vault.Conversations.EraseAsync(here, new() { Boxes = [_one] }, default));
        await Write(a, _one, rings: true);
        Assert.Empty(await Due(a));
        Assert.Equal(0, await Threads(a));
    }

    [Fact]
    public async Task It_outlives_turns_of_the_delivery_key_and_a_restart_and_goes_on_its_last_day()
    {
        await using var a = await AVault.OnDisk();
        await Seal(a, a.NewToken(), _one);
        for (var day = 0; day < 3; day++)
        {
            a.Time.Advance(TimeSpan.FromDays(1));
            await a.Vault.Caretaker.TurnKeysAsync(default);
        }
        await a.Reopen();
        await Write(a, _one, rings: true);
        await a.Reopen();
        Assert.Equal([Word], await Due(a));
        a.Time.Advance(TimeSpan.FromDays(8));
        await a.Vault.Caretaker.SweepAsync(default);
        Assert.Empty(await Due(a));
    }

    [Fact]
    public async Task Its_address_stands_in_no_file_and_none_is_left_of_it_when_it_was_taken_back()
    {
        await using var a = await AVault.OnDisk();
        var token = a.NewToken();
        await Seal(a, token, _one);
        await Write(a, _one, rings: true);
        await a.Turn(token, "no", with: t => t with { Ring = new([_one], [], default, Day) });
        foreach (var file in Directory.EnumerateFiles(a.Folder!, "remedybot.db*"))
            Assert.Equal(-1, (await File.ReadAllBytesAsync(file)).AsSpan().IndexOf(AVault.Utf8(Word)));
    }

    private static Task<CommitResult> Seal(AVault a, string token, params byte[][] boxes) =>
        a.Turn(token, "state", with: t => t with { Ring = new([], [.. boxes.Select(b => (ReadOnlyMemory<byte>)b)], AVault.Utf8(Word), Day) });

    private static Task Write(AVault a, byte[] box, bool rings) => a.Vault.Letters.WriteAsync(new LetterDraft(box, "e.y", Day) { Rings = rings }, default);

    private static Task<long> Threads(AVault a) => a.Vault.Database.ReadAsync(session => session.Count(Table.Thread), default);

    private static async Task<IReadOnlyList<string>> Due(AVault a)
    {
        var entries = await a.Vault.Outbox.DueAsync(10, default);
        var payloads = entries.Select(e => Encoding.UTF8.GetString(e.Payload.Span)).ToList();
        entries.ToList().ForEach(e => e.Dispose());
        return payloads;
    }
}
