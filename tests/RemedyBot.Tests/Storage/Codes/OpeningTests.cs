using RemedyBot.Storage.Codes;
using RemedyBot.Storage.Vault;

namespace RemedyBot.Tests.Storage.Codes;

public class OpeningTests
{
    [Fact]
    public async Task Wrong_near_mistyped_erased_and_expired_codes_fail_alike_after_a_second()
    {
        await using var a = await AVault.InMemory();
        var (live, erased) = (await Kept(a), await Kept(a));
        using (var conversation = await a.Must(erased.Token))
            await a.Vault.Conversations.EraseAsync(conversation, new Erasure(), default);

        foreach (var typed in new[] { Near(live.Code), erased.Code, Mistyped(live.Code), "hello", "", Unknown(live.Code) })
        {
            var started = a.Time.GetTimestamp();
            Assert.Equal(CodeStatus.Failed, await Opening.StatusOf(a, typed));
            Assert.True(a.Time.GetElapsedTime(started) >= CaseCodes.LeastTime);
        }

        a.Time.Advance(TimeSpan.FromDays(32));
        Assert.Equal(CodeStatus.Failed, await Opening.StatusOf(a, live.Code));
    }

    [Fact]
    public async Task A_code_lives_as_long_as_the_case_is_used()
    {
        await using var a = await AVault.InMemory();
        var live = await Kept(a);
        a.Time.Advance(TimeSpan.FromDays(29));
        using var ticket = (await a.Vault.Codes.OpenAsync(live.Code, "x", default)).Ticket!;
        using var here = await a.Must(a.NewToken());
        await a.Vault.Conversations.ReturnAsync(here, ticket, new TurnCommit { Payload = "{}"u8.ToArray() }, default);
        a.Time.Advance(TimeSpan.FromDays(29));
        await a.Vault.Caretaker.SweepAsync(default);

        Assert.Equal(CodeStatus.Opened, (await a.Vault.Codes.OpenAsync(live.Code, "x", default)).Status);
    }

    [Fact]
    public async Task Lookups_in_use_are_not_minted_again()
    {
        await using var a = await AVault.InMemory();
        var seeded = new RemedyBot.Storage.Sealing.SeededRandomness(1);
        var codes = new CaseCodes(a.Vault.Database, seeded, a.Time, a.Vault.Conversations);
        var again = new CaseCodes(a.Vault.Database, new RemedyBot.Storage.Sealing.SeededRandomness(1), a.Time, a.Vault.Conversations);
        using var first = await codes.MintAsync(default);
        await a.Turn(a.NewToken(), "1", "[1]", turn => turn with { ShowCode = first });

        using var second = await again.MintAsync(default);

        Assert.NotEqual(first.Lookup, second.Lookup);
    }

    [Fact]
    public async Task A_taken_lookup_is_a_conflict_and_not_somebody_elses_loss()
    {
        await using var a = await AVault.InMemory();
        using var code = await a.Vault.Codes.MintAsync(default);
        Assert.Equal(CommitResult.Committed, await a.Turn(a.NewToken(), "1", "[1]", turn => turn with { ShowCode = code }));
        Assert.Equal(CommitResult.Conflict, await a.Turn(a.NewToken(), "2", "[2]", turn => turn with { ShowCode = code }));
    }

    [Fact]
    public async Task Ten_thousand_wrong_codes_do_not_keep_the_right_one_out()
    {
        await using var a = await AVault.InMemory();
        var live = await Kept(a);
        var wrong = Near(live.Code);
        using var stop = new CancellationTokenSource();
        var flood = Enumerable.Range(0, 10_000).Select(_ => a.Vault.Codes.OpenAsync(wrong, "same address", stop.Token)).ToList();
        // At most 64 stand before anybody, two at a time and a tenth of a second each: four seconds on an idle machine.
        Assert.True(a.Vault.Codes.Gate.Waiting <= 64);

        Assert.Equal(CodeStatus.Opened, (await a.Vault.Codes.OpenAsync(live.Code, "another address", default)).Status);
        CodeOpening mine;
        do
        {
            mine = await a.Vault.Codes.OpenAsync(live.Code, "same address", default);
            await Task.Delay(20);
        }
        while (mine.Status == CodeStatus.Busy);

        Assert.Equal(CodeStatus.Opened, mine.Status);
        Assert.All(flood, one => Assert.False(one.IsCompleted && one.Result.Status == CodeStatus.Opened));
        await stop.CancelAsync();
        await Task.WhenAll(flood.Select(one => one.ContinueWith(_ => { }, TaskScheduler.Default)));
        Assert.Equal(0, a.Vault.Codes.Gate.Waiting);
    }

    private static async Task<(string Token, string Code)> Kept(AVault a)
    {
        var token = a.NewToken();
        using var code = await a.Vault.Codes.MintAsync(default);
        await a.Turn(token, "1", "[1]", turn => turn with { ShowCode = code });
        return (token, code.ToDisplay());
    }

    private static byte[] Values(string code) => [.. code.Where(char.IsAsciiDigit).Select(sign => (byte)(sign - '0'))];

    /// <summary>The right lookup, a wrong secret, a right check digit.</summary>
    private static string Near(string code)
    {
        var digits = Values(code);
        digits[20] = (byte)((digits[20] + 1) % 10);
        return CaseCode.From(digits.AsSpan(0, 5), digits.AsSpan(5, 19)).ToDisplay();
    }

    private static string Unknown(string code)
    {
        var digits = Values(code);
        digits[0] = (byte)((digits[0] + 1) % 10);
        return CaseCode.From(digits.AsSpan(0, 5), digits.AsSpan(5, 19)).ToDisplay();
    }

    private static string Mistyped(string code) => (code[0] == '9' ? '0' : (char)(code[0] + 1)) + code[1..];
}
