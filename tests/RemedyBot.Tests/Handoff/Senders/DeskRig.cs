using Microsoft.Extensions.Time.Testing;
using RemedyBot.Handoff.Consent;
using RemedyBot.Handoff.Delivery;
using RemedyBot.Handoff.Desk;
using RemedyBot.Handoff.Sealing;
using RemedyBot.Storage.Desk;

namespace RemedyBot.Tests.Handoff.Senders;

/// <summary>The built-in desk. What arrived is what its key opens in its rows; its troubles are a store that fails before or in the commit.</summary>
internal sealed class DeskRig(ADesk desk) : SenderRig
{
    private readonly Queue<Trouble> _troubles = new();
    private readonly HashSet<string> _seen = new(StringComparer.Ordinal);

    public override Recipient Recipient => new(HandoffPreparation.DeskKind, RecipientId, "Helpline One", Public);

    public override IReadOnlyList<string> Arrived
    {
        get
        {
            List<string> there = [.. Rows.Where(row => row.Head.Length > 0).Select(row => DeskHead.Open(row.Head, Key)!.Ref)];
            _seen.UnionWith(there);
            return there;
        }
    }

    /// <summary>Nothing is said at the desk of a case that was taken back: it is not there any more.</summary>
    public override IReadOnlyList<string> Withdrawn => [.. _seen.Except(Arrived)];

    public override IReadOnlyList<string> Reminded => [];

    public override IEnumerable<string> Bytes => Rows.SelectMany(row => new[] { row.Head, row.Body }).Where(jwe => jwe.Length > 0)
        .SelectMany(jwe => new[] { jwe, System.Text.Encoding.UTF8.GetString(Envelope.Open(jwe, Key, Envelope.LabelOf(jwe)!)!) });

    public override IReadOnlyList<Trouble> Impossible => [Trouble.Refusing, Trouble.Slow, Trouble.Malformed];

    private IReadOnlyList<DeskCase> Rows => desk.Vault.Desk.ListAsync(default).GetAwaiter().GetResult();

    public override ISender Sender(FakeTimeProvider time) => new Troubled(_troubles);

    public override void Expect(params Trouble[] troubles) => troubles.ToList().ForEach(_troubles.Enqueue);

    public override async Task CommitAsync(SendOutcome outcome)
    {
        if (outcome is SendOutcome.Delivered { Desk: { } row })
            await desk.Vault.Desk.AddAsync(row, default);
        _ = Arrived;
    }

    private sealed class Troubled(Queue<Trouble> troubles) : ISender
    {
        private readonly DeskSender _inner = new();

        public bool StaysHere => _inner.StaysHere;

        public bool Takes(Parcel parcel) => _inner.Takes(parcel);

        public async Task<SendOutcome> SendAsync(Parcel parcel, CancellationToken cancellation)
        {
            var trouble = troubles.TryDequeue(out var next) ? next : Trouble.None;
            if (trouble is Trouble.None)
                return await _inner.SendAsync(parcel, cancellation);
            if (trouble is Trouble.LostAnswer)
                await _inner.SendAsync(parcel, cancellation);
            throw new IOException("The disk is full.");
        }
    }
}
