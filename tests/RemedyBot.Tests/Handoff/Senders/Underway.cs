using Microsoft.Extensions.Logging.Abstractions;
using RemedyBot.Handoff.Consent;
using RemedyBot.Handoff.Delivery;
using RemedyBot.Storage.Tokens;
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
    internal static async Task<Underway> OpenAsync(string kind, string? folder = null) => new(await ADesk.OpenAsync(folder), Rigs.Open(kind));

    internal Dispatcher DispatcherOf(params ISender[] senders) => new(Desk.Vault.Outbox, senders, Desk.Time, NullLogger<Dispatcher>.Instance);

    internal Reminders Reminders() => new(Desk.Vault.Threads, Desk.Vault.Outbox, Desk.Time, NullLogger<Reminders>.Instance);

    internal PreparedHandoff Prepare(string words = "He waits outside.", Recipient? recipient = null)
    {
        var reference = HandoffReference.New(ADesk.Random);
        var means = new HandoffMeans(Desk.Sign, ADesk.Random) { Readable = projection => "What happened\n" + projection, Now = Desk.Time.GetUtcNow() };
        return HandoffPreparation.Prepare(reference, ADesk.Projection(reference, words), recipient ?? Rig.Recipient, Desk.Terms(), means);
    }

    internal async Task<PreparedHandoff> HandOverAsync()
    {
        var prepared = Prepare();
        await Desk.QueueAsync(prepared.Parcel);
        return prepared;
    }

    internal Parcel Withdrawal(PreparedHandoff prepared) => Parcel.OfWithdrawal(
        prepared.Parcel.Recipient, new WithdrawalNotice("https://help.example", prepared.Ref, Desk.Today), Desk.Sign, prepared.Parcel.Expires, prepared.Parcel.Box);

    /// <summary>As a person's turn does it.</summary>
    internal async Task WithdrawAsync(Withdrawal withdrawal)
    {
        var open = Desk.Vault.Tokens.Read(Desk.Vault.Tokens.MintNew(TokenMint.PageLife)).Token!;
        using var conversation = (await Desk.Vault.Conversations.LoadAsync(open.Key, mayBegin: true, default))!;
        await Desk.Vault.Conversations.CommitAsync(conversation, new TurnCommit { Payload = "{}"u8.ToArray(), Turn = "[]"u8.ToArray(), Withdrawals = [withdrawal] }, default);
    }

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
