using System.Text.Json.Serialization;
using RemedyBot.Handoff.Consent;
using RemedyBot.Handoff.Letters;
using RemedyBot.Storage.Mailboxes;
using RemedyBot.Storage.Outbox;

namespace RemedyBot.Handoff.Delivery;

/// <summary>
/// What stands in an outbox entry. The store seals it under the delivery key; <see cref="Content"/> is already sealed to the
/// recipient where they have a key.
/// </summary>
/// <param name="Box">Where news of it goes; null where nobody waits for any.</param>
/// <param name="Expires">From this day on nobody may be given the case any more.</param>
public sealed record Parcel(ReceiptRecipient Recipient, string Ref, BoxAddress? Box, ParcelForm Form, DateOnly Expires, string Content)
{
    /// <summary>The list's line, where the recipient is the desk: a second JWE.</summary>
    public string? Head { get; init; }

    /// <summary>The case as people read it, in the recipient's language and the person's own: only for systems that take clear text.</summary>
    public string? Text { get; init; }

    /// <summary>The same sealed to the recipient's key, where their system takes clear text and they have a key too.</summary>
    public string? Sealed { get; init; }

    /// <summary>Which one of a handoff's answers this is; no two of them have the same.</summary>
    public string? Part { get; init; }

    /// <summary>Its place among a handoff's parcels: the case 0, then answers. A parcel waits while one of a lower place is not gone.</summary>
    public int Order { get; init; }

    /// <summary>Once this is delivered (to the desk), who else is told that something waits there, and no more than that.</summary>
    public ReceiptRecipient? Notify { get; init; }

    /// <summary>The outbox entry of the e-mail that goes to the person unless somebody says in time that the case was seen.</summary>
    public long? LateNotice { get; init; }

    /// <summary>Of a withdrawal: their system had said that it has the case, so it may not just be late.</summary>
    public bool Arrived { get; init; }

    /// <summary>An earlier attempt may have arrived: who cannot be asked is told so.</summary>
    [JsonIgnore]
    public bool Repeat { get; init; }

    /// <summary>What its copy in the recipient's system is found by.</summary>
    [JsonIgnore]
    public string Key => Part is null ? Ref : $"{Ref}/{Part}";

    [JsonIgnore]
    public bool IsCase => Form is ParcelForm.Desk or ParcelForm.Jwe or ParcelForm.Clear or ParcelForm.OpenPgp;

    /// <summary>The person waits for it, and is told where it fails.</summary>
    [JsonIgnore]
    public bool IsAwaited => IsCase || Form == ParcelForm.Answer;

    /// <summary>The notice to a system that already has the case: the reference and nothing else.</summary>
    /// <param name="box">Where the confirmation goes; null where nobody waits for it any more.</param>
    public static Parcel OfWithdrawal(ReceiptRecipient recipient, WithdrawalNotice notice, SignKey key, DateOnly expires, BoxAddress? box = null) =>
        new(recipient, notice.Ref, box, ParcelForm.Withdrawal, expires, notice.Sign(key)) { Order = int.MaxValue };

    /// <summary>The reminder that a consent is about to end, after all that the person wrote.</summary>
    public static Parcel OfReminder(ReceiptRecipient recipient, string reference, DateOnly expires) =>
        new(recipient, reference, Box: null, ParcelForm.Reminder, expires, Content: "") { Part = "reminder", Order = int.MaxValue - 1 };

    /// <summary>News of it for the person; null where nobody waits for any.</summary>
    /// <param name="mayHaveArrived">Of what failed: it may be there all the same.</param>
    public LetterDraft? Tell(HandoffState state, string reference, DateOnly today, TakenBack? back = null, bool mayHaveArrived = false) => Box is { } box
        ? LetterSeal.Seal(new Note(state, reference, Text: null, today) { Part = Part, Back = back, MayHaveArrived = mayHaveArrived }, box, LastDays.OfLetter(Expires, today))
        : null;

    /// <summary>What the person is told where it cannot be delivered.</summary>
    internal LetterDraft? TellLoss(DateOnly today, bool mayHaveArrived) => Form == ParcelForm.Withdrawal ? Tell(HandoffState.Withdrawn, Ref, today, TakenBack.Undelivered)
        : IsAwaited ? Tell(HandoffState.Failed, Ref, today, mayHaveArrived: mayHaveArrived) : null;

    /// <param name="id">From the store; kept in the state, so that a withdrawal finds the row.</param>
    public OutboxDraft ToDraft(long id, DateTimeOffset due) => new(id, ToJson(), due, LastDays.OfCase(Expires));

    public byte[] ToJson() => HandoffJson.Write(this);

    public static Parcel? Read(ReadOnlySpan<byte> json) => HandoffJson.Read<Parcel>(json);

    public override string ToString() => nameof(Parcel);
}
