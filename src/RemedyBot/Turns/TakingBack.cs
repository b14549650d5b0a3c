using RemedyBot.Handoff.Consent;
using RemedyBot.Handoff.Delivery;
using RemedyBot.Handoff.Letters;
using RemedyBot.Handoff.Sealing;
using RemedyBot.Storage.Outbox;
using StoredWithdrawal = RemedyBot.Storage.Vault.Withdrawal;

namespace RemedyBot.Turns;

/// <summary>What has to go, and who has to be told, where the person takes a case back.</summary>
internal sealed class TakingBack(SignKey sign, TurnOptions options, TimeProvider time)
{
    // Who erases after the yes has ended still has them told: their reminder may have been passed over.
    private const int DaysAfterTheEnd = 7;

    private DateOnly Today => DateOnly.FromDateTime(time.GetUtcNow().UtcDateTime);

    /// <param name="waits">The person is still there to read the confirmation.</param>
    public IEnumerable<StoredWithdrawal> Back(HandedOver handoff, bool waits) =>
        [.. Unneeded(handoff), .. handoff.Replies.Select(reply => new StoredWithdrawal(reply, null, null)), Back(handoff, IsDesk(handoff) ? null : Notice(handoff, waits))];

    private StoredWithdrawal Back(HandedOver handoff, Parcel? notice) => new(handoff.OutboxId, handoff.Ref, notice?.ToDraft(OutboxStore.NoticeIdOf(handoff.Ref), time.GetUtcNow()))
    {
        NeverLeft = notice?.Tell(HandoffState.Withdrawn, handoff.Ref, Today, TakenBack.NeverLeft),
    };

    /// <summary>An e-mail that leads nowhere any more.</summary>
    public static IEnumerable<StoredWithdrawal> Unneeded(HandedOver handoff) => handoff is { NoticeMade: true, Notice: { } id } ? [new(id, null, null)] : [];

    /// <summary>Nobody is there any more to read what became of it: the word that it is taken back still goes, and its confirmation goes nowhere.</summary>
    public static StoredWithdrawal Unread(HandedOver withdrawn) => new(OutboxStore.NoticeIdOf(withdrawn.Ref), null, null)
    {
        Instead = payload => Parcel.Read(payload.Span) is { } parcel ? (parcel with { Box = null }).ToJson() : payload.ToArray(),
    };

    private Parcel Notice(HandedOver handoff, bool waits)
    {
        var notice = new WithdrawalNotice(options.Instance, handoff.Ref, Today);
        var parcel = Parcel.OfWithdrawal(new(handoff.Kind, handoff.Item, handoff.Name), notice, sign, handoff.IsOver(Today) ? Today.AddDays(DaysAfterTheEnd) : handoff.Expires);
        return parcel with { Box = waits ? BoxOf(handoff) : null, Arrived = handoff.Arrived };
    }

    public static BoxAddress? BoxOf(HandedOver handoff)
    {
        using var key = handoff.BoxKey is { } box ? OpeningKey.Read(box) : null;
        return key is null ? null : new(handoff.BoxId, key.Public.ToJwk());
    }

    public static bool IsDesk(HandedOver handoff) => handoff.Kind == HandoffPreparation.DeskKind;
}
