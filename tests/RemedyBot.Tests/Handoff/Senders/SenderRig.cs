using Microsoft.Extensions.Time.Testing;
using RemedyBot.Handoff.Consent;
using RemedyBot.Handoff.Delivery;
using RemedyBot.Handoff.Sealing;
using RemedyBot.Remedy.Recipients;

namespace RemedyBot.Tests.Handoff.Senders;

/// <summary>One kind of system, its sender, and how to look at what arrived there.</summary>
public abstract class SenderRig : IAsyncDisposable
{
    public const string RecipientId = "hl.one";

    public static SenderTexts Texts { get; } = new(
        "Case {ref}", "A case is waiting at the desk: {ref}.", "The case {ref} is in the sealed file.", "The person took the case {ref} back.", "The person wrote back about {ref}:", "The consent for {ref} ends soon.", "Case {ref}, sent again");

    protected OpeningKey Key { get; } = OpeningKey.Create();

    /// <summary>Sealed to this where the system takes sealed cases.</summary>
    public SealingKey Public => Key.Public;

    public virtual Recipient Recipient => new("helpline", RecipientId, "Helpline One", Key.Public);

    public abstract ISender Sender(FakeTimeProvider time);

    /// <summary>The next troubles, one for each call that would take a case.</summary>
    public abstract void Expect(params Trouble[] troubles);

    /// <summary>How many times each handoff stands there as their staff see it.</summary>
    public abstract IReadOnlyList<string> Arrived { get; }

    /// <summary>References whose withdrawal stands there.</summary>
    public abstract IReadOnlyList<string> Withdrawn { get; }

    /// <summary>References whose reminder stands there.</summary>
    public abstract IReadOnlyList<string> Reminded { get; }

    /// <summary>Everything that reached the system, readable where it came readable or can be opened with the system's own key.</summary>
    public abstract IEnumerable<string> Bytes { get; }

    /// <summary>Troubles that this kind of system cannot have. Late is what arrives between a look and the next: nobody looks elsewhere.</summary>
    public virtual IReadOnlyList<Trouble> Impossible => [Trouble.Late];

    /// <summary>A recipient whose key has ended since the person's yes, and its sender; null where keys of this kind do not end.</summary>
    public virtual (Recipient Recipient, ISender Sender)? Ended(FakeTimeProvider time) => null;

    /// <summary>What the commit writes that takes a parcel out of the outbox, where a test sends without one.</summary>
    public virtual Task CommitAsync(SendOutcome outcome) => Task.CompletedTask;

    /// <summary>A ticket system as its card describes it.</summary>
    private protected Recipient OfCard(string system, bool sealedOnly) => RemedyBot.Composition.Recipients.Of(
        new HelpCard
        {
            Id = RecipientId,
            Kind = "helpline",
            Name = new Dictionary<string, string> { [""] = "Helpline One" },
            AnswerDays = 3,
            System = system,
            Sealed = sealedOnly,
            Key = sealedOnly ? Public.ToJwk() : null,
        },
        "Helpline One",
        inline: false);

    internal string? Opened(string jwe) => SealedCase.OpenDocument(jwe, Key)?.Json;

    public virtual ValueTask DisposeAsync()
    {
        Key.Dispose();
        GC.SuppressFinalize(this);
        return ValueTask.CompletedTask;
    }
}
