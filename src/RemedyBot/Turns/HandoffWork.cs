using System.Buffers.Text;
using System.Globalization;
using System.Text;
using RemedyBot.Handoff.Consent;
using RemedyBot.Handoff.Letters;
using RemedyBot.Handoff.Sealing;
using RemedyBot.Localization.Bidi;
using RemedyBot.Remedy.Cases;
using RemedyBot.Remedy.Cases.Parts;
using RemedyBot.Remedy.Redaction;
using RemedyBot.Remedy.Sharing;
using RemedyBot.Storage.Mailboxes;
using RemedyBot.Storage.Outbox;
using RemedyBot.Storage.Sealing;
using RemedyBot.Storage.Vault;
using StoredWithdrawal = RemedyBot.Storage.Vault.Withdrawal;

namespace RemedyBot.Turns;

/// <summary>Keeps handoffs true to consents: a consent without a handoff is sealed and queued, a handoff whose consent is gone is taken back.</summary>
public sealed class HandoffWork(IRecipients recipients, SignKey sign, IRandomness random, Func<long> newOutboxId, Func<string, IReadOnlyDictionary<FindKind, string>> marks, TurnOptions options, TimeProvider time)
{
    private const string TextVersion = "1";

    private DateOnly Today => DateOnly.FromDateTime(time.GetUtcNow().UtcDateTime);

    public (CaseFile File, IReadOnlyList<OutboxDraft> Drafts, IReadOnlyList<StoredWithdrawal> Withdrawals) Reconcile(
        CaseFile file, IReadOnlyList<string> items, CaseView view, IReadOnlyList<RecipientCard> cards)
    {
        var drafts = new List<OutboxDraft>();
        var withdrawals = new List<StoredWithdrawal>();
        var handoffs = file.Handoffs.ToList();
        for (var i = 0; i < handoffs.Count; i++)
            if (!handoffs[i].Withdrawn && !items.Contains(handoffs[i].Item, StringComparer.Ordinal))
            {
                withdrawals.Add(Back(handoffs[i]));
                handoffs[i] = handoffs[i] with { State = "withdrawn", BoxKey = null, Document = null };
            }
        foreach (var item in items.Where(i => !handoffs.Exists(h => h.Item == i && !h.Withdrawn)))
            if (cards.FirstOrDefault(c => c.Id == item) is { } card && recipients.Find(item, file.Language) is { } recipient && view.Summary is { } summary)
                handoffs.Add(HandOver(file, card, recipient, view, summary, drafts));
        return (file with { Handoffs = handoffs }, drafts, withdrawals);
    }

    /// <summary>What goes when the conversation goes: its unread letters, and at the person's wish the cases that can still be taken back.</summary>
    public Erasure Gone(CaseFile file, bool withdraw) => new()
    {
        Boxes = Boxes(file),
        Withdrawals = withdraw ? [.. file.Handoffs.Where(h => !h.Withdrawn).Select(Back)] : [],
    };

    public IReadOnlyList<ReadOnlyMemory<byte>> Boxes(CaseFile file) => [.. file.Handoffs.Select(h => (ReadOnlyMemory<byte>)BoxId(h))];

    /// <summary>The file with the letters that lie in its boxes, which stay there until a turn commits them.</summary>
    public async Task<CaseFile> WithLettersAsync(CaseFile file, LetterStore letters, CancellationToken cancellation) =>
        (await UnreadAsync(file, letters, cancellation)).File;

    public async Task<(CaseFile File, IReadOnlyList<Storage.Mailboxes.Letter> Letters)> UnreadAsync(CaseFile file, LetterStore letters, CancellationToken cancellation)
    {
        if (file.Handoffs.Count == 0)
            return (file, []);
        var read = new List<Storage.Mailboxes.Letter>();
        var handoffs = file.Handoffs.ToList();
        for (var i = 0; i < handoffs.Count; i++)
        {
            if (handoffs[i].BoxKey is not { } boxKey || OpeningKey.Read(boxKey) is not { } key)
                continue;
            using (key)
                foreach (var sealedLetter in await letters.ReadAsync(BoxId(handoffs[i]), cancellation))
                {
                    read.Add(sealedLetter);
                    if (LetterSeal.Open(sealedLetter, key, handoffs[i].BoxId) is { } letter)
                        handoffs[i] = handoffs[i] with
                        {
                            State = letter.State.ToName(),
                            Letters = [.. handoffs[i].Letters, new(letter.Day, letter.State.ToName(), letter.Text is { } words ? CleanText.Of(words) : null, false)],
                        };
                }
        }
        return (file with { Handoffs = handoffs }, read);
    }

    private HandedOver HandOver(CaseFile file, RecipientCard card, Recipient recipient, CaseView view, CaseSummary summary, List<OutboxDraft> drafts)
    {
        var reference = HandoffReference.New(random);
        var expires = Today.AddDays(options.ConsentDays);
        const string purpose = "support";
        var terms = new ConsentRecord
        {
            Recipient = new RecipientRef { Kind = card.Kind, Id = card.Id, Name = card.Name },
            Purpose = purpose,
            TextVersion = TextVersion,
            TextLang = file.Language,
            Given = Day(Today),
            Expires = Day(expires),
            Onward = false,
            MayContactPerson = summary.Contact?.Allowed,
            Channel = "ticket_api",
        };
        var granted = view.Granted(card.Id);
        var consented = view.Masked(summary, card.Id, marks(file.Language)) with { Consent = view.Consents(card, terms) };
        var document = Projection.For(consented, new RecipientRef { Kind = card.Kind, Id = card.Id, Name = card.Name }, view.ColumnOf(card), granted, reference);
        var projection = Encoding.UTF8.GetString(SummaryJson.Write(document));
        var prepared = HandoffPreparation.Prepare(reference, projection, recipient,
            new(options.Instance, granted, purpose, ConsentRules.By(summary), Today, expires, TextVersion),
            new(sign, random));
        var outboxId = newOutboxId();
        drafts.Add(prepared.Parcel.ToDraft(outboxId, time.GetUtcNow()));
        return new(card.Id, card.Kind, card.Name, reference, prepared.BoxId, prepared.BoxKey, outboxId, "waiting", Today, expires)
        {
            Document = options.Trace ? projection : null,
        };
    }

    private static byte[] BoxId(HandedOver handoff) => Base64Url.DecodeFromChars(handoff.BoxId);

    private static StoredWithdrawal Back(HandedOver handoff) => new(handoff.OutboxId, handoff.Ref, null);

    private static string Day(DateOnly day) => day.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture);
}
