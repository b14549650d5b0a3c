using RemedyBot.Handoff.Delivery;
using RemedyBot.Storage.Sqlite;
using RemedyBot.Tests.Storage.Upkeep;

namespace RemedyBot.Tests.Handoff.Senders;

/// <summary>
/// What was taken back, or whose consent is over, opens from nothing that we keep, whichever system it was for and however far it had come: of
/// the sealed rows no piece is left on the disk, and what is left opens to nothing of the case with all keys there.
/// </summary>
public sealed class TakenBackTests
{
    private const string Words = "Canary words of the person.";

    public static TheoryData<string, string> Cases
    {
        get
        {
            var cases = new TheoryData<string, string>();
            foreach (var kind in Rigs.Names)
            {
                foreach (var stage in new[] { "waiting", "tried", "dead", "delivered" })
                    cases.Add(kind, stage);
            }

            return cases;
        }
    }

    [Theory, MemberData(nameof(Cases))]
    public async Task Taken_back_it_is_gone_at_once(string kind, string stage)
    {
        using var folder = new AFolder();
        await using var it = await Underway.OpenAsync(kind, folder.Path);
        var (prepared, id) = await it.QueueAsync(Words);
        var gone = await ReachedAsync(it, stage);
        Assert.True(await HoldsCaseAsync(it) || stage == "delivered");
        await it.WithdrawAsync(prepared, id);
        Assert.False(gone.StandIn(Files(folder)));
        Assert.False(await HoldsCaseAsync(it));
        await it.SettleAsync();
        Assert.False(await HoldsCaseAsync(it));
        Assert.Empty(await it.Desk.Vault.Threads.ListAsync(default));
        Assert.Empty(await it.List.ListAsync(default));
    }

    [Theory, MemberData(nameof(Cases))]
    public async Task When_the_consent_is_over_it_is_gone_too(string kind, string stage)
    {
        using var folder = new AFolder();
        await using var it = await Underway.OpenAsync(kind, folder.Path);
        await it.QueueAsync(Words);
        var gone = await ReachedAsync(it, stage);
        it.Desk.Time.Advance(TimeSpan.FromDays(stage == "dead" ? 9 : 32));
        await it.Desk.Vault.Caretaker.SweepAsync(default);
        Assert.False(gone.StandIn(Files(folder)));
        Assert.Empty(await it.Desk.Vault.Threads.ListAsync(default));
        Assert.Empty(await it.List.ListAsync(default));
    }

    /// <summary>Brings the case there, and remembers every sealed row that it stood in on the way.</summary>
    private static async Task<Grams> ReachedAsync(Underway it, string stage)
    {
        var gone = new Grams();
        await RememberAsync(it, gone);
        if (stage is "tried")
        {
            it.Rig.Expect(Trouble.Gone);
            await it.Dispatcher.RunOnceAsync(default);
        }
        else if (stage is "dead")
        {
            await it.DispatcherOf(new Refusing()).RunOnceAsync(default);
            Assert.NotNull(Assert.Single(await it.List.ListAsync(default)).Dead);
        }
        else if (stage is "delivered")
        {
            Assert.Equal(1, await it.Dispatcher.RunOnceAsync(default));
        }

        await RememberAsync(it, gone);
        return gone;
    }

    private static async Task RememberAsync(Underway it, Grams gone)
    {
        foreach (var table in new[] { Table.Outbox, Table.Thread })
        {
            foreach (var row in await it.Desk.Vault.Database.ReadAsync(session => session.All(table), default))
                gone.Add(row.Body);
        }

        // The desk's rows are JWEs: their headers begin like those of the letters that stay.
        foreach (var row in await it.Desk.Vault.Desk.ListAsync(default))
        {
            foreach (var jwe in new[] { row.Head, row.Body })
                gone.Add(System.Text.Encoding.ASCII.GetBytes(jwe.Split('.')[3]));
        }
    }

    /// <summary>Whether anything opens to the case, or to what could be opened to it, for whoever has every key of the server.</summary>
    private static async Task<bool> HoldsCaseAsync(Underway it)
    {
        var holds = false;
        foreach (var entry in await it.Desk.Vault.Outbox.ListAsync(default))
        {
            using (entry)
                holds |= Parcel.Read(entry.Payload.Span) is not { IsCase: false, Sealed: null, Text: null, Head: null };
        }

        foreach (var thread in await it.Desk.Vault.Threads.ListAsync(default))
        {
            using (thread)
                holds |= System.Text.Encoding.UTF8.GetString(thread.Payload.Span).Contains("Canary", StringComparison.Ordinal);
        }

        return holds || (await it.Desk.Vault.Desk.ListAsync(default)).Count > 0;
    }

    private static string[] Files(AFolder folder) => Directory.GetFiles(folder.Path, "*", SearchOption.AllDirectories);

    private sealed class Refusing : ISender
    {
        public bool Takes(Parcel parcel) => true;

        public Task<SendOutcome> SendAsync(Parcel parcel, CancellationToken cancellation) => Task.FromResult<SendOutcome>(new SendOutcome.Refused(Reasons.Refused));
    }
}
