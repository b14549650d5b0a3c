using Microsoft.Extensions.Logging.Abstractions;
using RemedyBot.Handoff.Consent;
using RemedyBot.Handoff.Delivery;
using RemedyBot.Handoff.Letters;
using RemedyBot.Storage.Outbox;
using RemedyBot.Storage.Vault;

namespace RemedyBot.Tests.Handoff.Senders;

/// <summary>A server with one recipient, ready to deliver.</summary>
internal sealed class Underway : IAsyncDisposable
{
    private Underway(ADesk desk, SenderRig rig)
    {
        Desk = desk;
        Rig = rig;
        Sender = rig.Sender(desk.Time);
        Dispatcher = DispatcherOf(Sender);
        List = new OutboxList(desk.Vault.Outbox, desk.Time);
    }

    internal ADesk Desk { get; }

    internal SenderRig Rig { get; }

    internal ISender Sender { get; }

    internal Dispatcher Dispatcher { get; }

    internal OutboxList List { get; }

    /// <param name="folder">Where the data lies; null for memory.</param>
    internal static async Task<Underway> OpenAsync(string kind, string? folder = null)
    {
        var desk = await ADesk.OpenAsync(folder);
        return new(desk, Rigs.Open(kind, desk));
    }

    internal Dispatcher DispatcherOf(params ISender[] senders) => new(Desk.Vault.Outbox, senders, Desk.Time, NullLogger<Dispatcher>.Instance);

    /// <summary>Asks for answers once; says how many letters came of it.</summary>
    internal Task<int> AskAsync() => new ThreadPoller(Desk.Vault.Threads, [Sender], Desk.Time, NullLogger<ThreadPoller>.Instance).RunOnceAsync(default);

    internal Reminders Reminders() => new(Desk.Vault.Threads, Desk.Time, NullLogger<Reminders>.Instance);

    internal PreparedHandoff Prepare(string words = "He waits outside.", Recipient? recipient = null)
    {
        var reference = HandoffReference.New(ADesk.Random);
        var means = new HandoffMeans(Desk.Sign, ADesk.Random) { Readable = projection => "What happened\n" + projection, Now = Desk.Time.GetUtcNow() };
        return HandoffPreparation.Prepare(reference, ADesk.Projection(reference, words), recipient ?? Rig.Recipient, Desk.Terms(), means);
    }

    internal async Task<PreparedHandoff> HandOverAsync() => (await QueueAsync()).Prepared;

    /// <summary>With the id of its outbox entry.</summary>
    internal async Task<(PreparedHandoff Prepared, long Id)> QueueAsync(string words = "He waits outside.")
    {
        var prepared = Prepare(words);
        var id = Desk.Vault.Outbox.NewId();
        await Desk.Vault.Outbox.AddAsync(prepared.Parcel.ToDraft(id, Desk.Time.GetUtcNow()), default);
        return (prepared, id);
    }

    internal Parcel Withdrawal(PreparedHandoff prepared) => Parcel.OfWithdrawal(
        prepared.Parcel.Recipient, new WithdrawalNotice("https://help.example", prepared.Ref, Desk.Today), Desk.Sign, prepared.Parcel.Expires, prepared.Parcel.Box);

    /// <summary>Sends without an outbox.</summary>
    internal async Task<SendOutcome.Delivered> SendAsync(Parcel parcel)
    {
        var outcome = await Sender.SendAsync(parcel, default);
        await Rig.CommitAsync(outcome);
        return Assert.IsType<SendOutcome.Delivered>(outcome);
    }

    /// <summary>The notice that follows a case; null at the desk, where the case itself goes.</summary>
    internal OutboxDraft? Notice(PreparedHandoff prepared) =>
        Sender.StaysHere ? null : Withdrawal(prepared).ToDraft(Desk.Vault.Outbox.NewId(), Desk.Time.GetUtcNow());

    /// <summary>As a person's turn does it.</summary>
    /// <param name="id">Of the outbox entry that the case stood in, or stands in.</param>
    internal Task WithdrawAsync(PreparedHandoff prepared, long id) => Desk.WithdrawAsync(new Withdrawal(id, prepared.Ref, Notice(prepared))
    {
        NeverLeft = Sender.StaysHere ? null : Withdrawal(prepared).Tell(HandoffState.Withdrawn, prepared.Ref, Desk.Today, TakenBack.NeverLeft),
    });

    /// <summary>Lets time pass until nothing is under way, at most two days.</summary>
    internal async Task SettleAsync()
    {
        for (var i = 0; i < 60 && (await List.ListAsync(default)).Any(one => one.Dead is null); i++)
        {
            Desk.Time.Advance(TimeSpan.FromMinutes(4));
            await Dispatcher.RunOnceAsync(default);
        }
    }

    public async ValueTask DisposeAsync()
    {
        await Rig.DisposeAsync();
        await Desk.DisposeAsync();
    }
}
