using System.Buffers.Text;
using System.Globalization;
using System.Text;
using RemedyBot.Dialogs.Turns;
using RemedyBot.Handoff.Consent;
using RemedyBot.Handoff.Letters;
using RemedyBot.Handoff.Live;
using RemedyBot.Handoff.Sealing;
using RemedyBot.Localization.Bidi;
using RemedyBot.Remedy.Cases;
using RemedyBot.Remedy.Cases.Parts;
using RemedyBot.Remedy.Sharing;
using RemedyBot.Storage.Mailboxes;
using RemedyBot.Storage.Outbox;
using RemedyBot.Storage.Sealing;
using RemedyBot.Storage.Vault;
using StoredWithdrawal = RemedyBot.Storage.Vault.Withdrawal;

namespace RemedyBot.Turns;

/// <summary>Keeps handoffs true to consents: a consent without a handoff is sealed and queued, a handoff whose consent is gone is taken back.</summary>
public sealed class HandoffWork(IRecipients recipients, SignKey sign, IRandomness random, Func<long> newOutboxId, HandoffWords words, LateNotices notices, TurnOptions options, TimeProvider time)
{
    private const string TextVersion = "1";

    private readonly TakingBack _taking = new(sign, options, time);

    /// <summary>Whether an outbox entry can never be delivered any more.</summary>
    public required Func<long, CancellationToken, Task<bool>> IsLost { get; init; }

    public required Rings Rings { get; init; }

    public Translations Translations => words.Translations;

    public DateOnly Today => DateOnly.FromDateTime(time.GetUtcNow().UtcDateTime);

    public (CaseFile File, List<OutboxDraft> Drafts, List<StoredWithdrawal> Withdrawals) Reconcile(
        CaseFile file, IReadOnlyList<string> items, CaseView view, bool talks)
    {
        var offering = new Offering(recipients, file, Today);
        var drafts = new List<OutboxDraft>();
        var withdrawals = new List<StoredWithdrawal>();
        var handoffs = file.Handoffs.ToList();
        for (var i = 0; i < handoffs.Count; i++)
            if (handoffs[i].Stands(Today) && !items.Contains(handoffs[i].Item, StringComparer.Ordinal))
            {
                withdrawals.AddRange(_taking.Back(handoffs[i], waits: true));
                // What became of it comes by letter where it is not at our own desk; when that was read the key of its box goes.
                handoffs[i] = handoffs[i] with { State = "withdrawn", BoxKey = TakingBack.IsDesk(handoffs[i]) ? null : handoffs[i].BoxKey, Document = null, Slip = null, Replies = [], Consents = [.. (handoffs[i].Consents ?? []).Select(c => c with { Withdrawn = Day(Today) })] };
            }
        // Whose yes has ended has no key to its box any more: a further yes is a new one.
        foreach (var item in items.Where(i => !handoffs.Exists(h => h.Item == i && h is { Withdrawn: false, BoxKey: not null })))
            if (offering.All.FirstOrDefault(c => c.Id == item) is { } card && recipients.Find(item) is { } recipient && view.Summary is { } summary)
                handoffs.Add(HandOver(file, (card, recipient, offering), view, summary, drafts));
        file = file with { Handoffs = handoffs };
        Translations.Release(file, view.Answers);
        if (talks || file.Talks.Count == 0)
            return (file, drafts, withdrawals);
        withdrawals.AddRange(file.Talks.Select(t => t.Handoff).OfType<HandedOver>().SelectMany(h => _taking.Back(h, waits: false)));
        var ended = file.Talks.SelectMany(t => t.Handoff?.Consents ?? []).Select(c => c with { Withdrawn = Day(Today) });
        return (file with { Talks = [], TalksTakenBack = [.. file.TalksTakenBack, .. ended] }, drafts, withdrawals);
    }

    /// <summary>Whatever may come to the person by itself, and what may no more. After the letters of the turn: one may say that a case was seen, or be what they came for.</summary>
    public (CaseFile File, RingDraft? Ring) Settle(CaseFile before, CaseFile file, CaseView view, (List<OutboxDraft> Drafts, List<StoredWithdrawal> Withdrawals) into) =>
        Rings.Settle(before, notices.Settle(ConsentEnds.Close(file, Today), view, into), view, Today);

    /// <summary>Sends what the person wrote back to a recipient who has answered, after the case and in order: to what they wrote of last.</summary>
    public (CaseFile File, OutboxDraft? Draft) Reply(CaseFile file, string item, string text)
    {
        if (file.Held.Where(h => h.Item == item && h.MayBeAnswered && h.Stands(Today)).OrderBy(h => h.LastWords).LastOrDefault() is not { } handoff || recipients.Find(item) is not { } recipient)
            return (file, null);
        var parcel = PersonAnswer.Prepare(new(recipient, handoff.Ref, handoff.Expires, TakingBack.BoxOf(handoff)), text, handoff.Replies.Count + 1, Today, Means(recipients.LanguageOf(item), file.Language));
        var id = newOutboxId();
        return (With(file, handoff, handoff with { Replies = [.. handoff.Replies, id] }), parcel.ToDraft(id, time.GetUtcNow()));
    }

    private static CaseFile With(CaseFile file, HandedOver old, HandedOver now) => file with
    {
        Handoffs = [.. file.Handoffs.Select(h => ReferenceEquals(h, old) ? now : h)],
        Talks = [.. file.Talks.Select(t => ReferenceEquals(t.Handoff, old) ? t with { Handoff = now } : t)],
    };

    private HandoffMeans Means(string theirs, string persons) => new(sign, random)
    {
        Readable = projection => words.Readable(projection, theirs, persons),
        Now = time.GetUtcNow(),
    };

    /// <summary>Before an answer is thought about: asks for a translation where the person said yes to one.</summary>
    public async Task PrepareAsync(CaseFile file, (Message? Asked, Input Input) said, Func<CaseView> view, CancellationToken cancellation)
    {
        if (Translations.AskedFor(said.Asked, said.Input) is { } item
            && Translations.For(view(), item, recipients.ReadsOf(item), file.Language) is { } to
            && Translations.Redacted(view(), item, file.Language) is { } redacted)
            await Translations.MakeAsync(file, item, redacted, to, cancellation);
    }

    /// <param name="last">What still has to be told where the case itself stays.</param>
    /// <summary>What goes when the conversation goes: its unread letters, and at the person's wish the cases that can still be taken back.</summary>
    public Erasure Gone(CaseFile file, bool withdraw, IReadOnlyList<OutboxDraft> last)
    {
        Translations.Forget(file);
        return new()
        {
            Boxes = Boxes(file),
            Withdrawals = [.. file.Held.SelectMany(h => h.Withdrawn ? [TakingBack.Unread(h)] : withdraw ? _taking.Back(h, waits: false) : TakingBack.Unneeded(h)), .. withdraw ? [] : last.Select(draft => new StoredWithdrawal(null, null, draft))],
        };
    }

    public IReadOnlyList<ReadOnlyMemory<byte>> Boxes(CaseFile file) => [.. file.Held.Select(h => (ReadOnlyMemory<byte>)BoxId(h))];

    /// <summary>The file with the letters that lie in its boxes, which stay there until a turn commits them.</summary>
    public async Task<CaseFile> WithLettersAsync(CaseFile file, LetterStore letters, CancellationToken cancellation) =>
        (await UnreadAsync(file, letters, cancellation)).File;

    public async Task<(CaseFile File, IReadOnlyList<Storage.Mailboxes.Letter> Letters)> UnreadAsync(CaseFile file, LetterStore letters, CancellationToken cancellation)
    {
        if (!file.Held.Any())
            return (file, []);
        var read = new List<Storage.Mailboxes.Letter>();
        foreach (var held in file.Held.ToList())
        {
            if (held.BoxKey is not { } boxKey || OpeningKey.Read(boxKey) is not { } key)
                continue;
            using (key)
                foreach (var sealedLetter in await letters.ReadAsync(BoxId(held), cancellation))
                {
                    read.Add(sealedLetter);
                    if (LetterSeal.Open(sealedLetter, key, held.BoxId) is { } letter)
                        file = Told(file, held.BoxId, letter);
                }
            file = await WithLossAsync(file, file.Held.First(h => h.BoxId == held.BoxId), cancellation);
        }
        return (file, read);
    }

    /// <summary>What was on its way when the machine was switched off has no key any more, and nobody is left to write a letter of it.</summary>
    private async Task<CaseFile> WithLossAsync(CaseFile file, HandedOver held, CancellationToken cancellation)
    {
        if (held.State == HandoffState.Waiting.ToName() && await IsLost(held.OutboxId, cancellation))
            return Told(file, held.BoxId, new(HandoffState.Failed, held.Ref, null, Today) { MayHaveArrived = true });
        return held is { Withdrawn: false, AnswerLost: false, Replies: [.., var last] } && await IsLost(last, cancellation) ? With(file, held, held with { AnswerLost = true }) : file;
    }

    private CaseFile Told(CaseFile file, string boxId, Note note)
    {
        var old = file.Held.First(h => h.BoxId == boxId);
        file = With(file, old, Told(old, note, file.Held.SelectMany(h => h.Letters).Select(l => l.Order).DefaultIfEmpty().Max() + 1));
        return note.Part is null && TalkStages.Of(note.State) is { } happened
            ? file with { Talks = [.. file.Talks.Select(t => t.Handoff?.BoxId == boxId ? t with { Stage = TalkStages.Next(t.Stage, happened) } : t)] }
            : file;
    }

    private HandedOver Told(HandedOver handoff, Note note, int order)
    {
        // News that was under way when the person took it back changes nothing any more.
        if (handoff.Withdrawn)
            return note.State == HandoffState.Withdrawn ? handoff with { Confirmed = note.Day, Back = note.Back, BoxKey = note.Back == TakenBack.Undelivered ? handoff.BoxKey : null } : handoff;
        // What became of the person's own words says nothing new of the case.
        if (note.Part is not null)
            return handoff with { AnswerLost = note.State == HandoffState.Failed };
        var answer = note.Text is { } text ? CleanText.Of(text) : null;
        return handoff with
        {
            State = note.State.ToName(),
            MayHaveArrived = note.MayHaveArrived,
            Theirs = note.Reference == handoff.Ref ? handoff.Theirs : CleanText.Of(note.Reference),
            Slip = handoff.Slip ?? (note.State == HandoffState.Failed ? null : new ProofSlip(options.Instance, handoff.Ref, note.Day).Sign(sign)),
            Letters = [.. handoff.Letters, new(note.Day, note.State.ToName(), answer) { FileLeftOut = note.FileLeftOut, Order = order }],
        };
    }

    private HandedOver HandOver(CaseFile file, (RecipientCard Card, Recipient Recipient, Offering Offering) to, CaseView view, CaseSummary summary, List<OutboxDraft> drafts)
    {
        var (card, recipient, offering) = to;
        var column = offering.ColumnOf(card);
        var named = new RecipientRef { Kind = card.Kind, Id = card.Id, Name = recipient.Name };
        var theirs = recipients.LanguageOf(card.Id);
        var reference = HandoffReference.New(random);
        var expires = Today.AddDays(options.ConsentDays);
        const string purpose = "support";
        IReadOnlyList<string> granted = [.. view.Granted(card.Id).Where(column.Offers)];
        var terms = new ConsentRecord
        {
            Recipient = named,
            Purpose = purpose,
            TextVersion = TextVersion,
            TextLang = file.Language,
            Given = Day(Today),
            Expires = Day(expires),
            Onward = false,
            MayContactPerson = granted.Contains(ConsentRules.Contact) && summary.Contact?.Allowed == true,
            Channel = offering.Card(card.Id) is { } own ? own.Channel : "ticket_api",
        };
        var consented = view.Masked(summary, card.Id, words.Marks(file.Language)) with { Consent = view.Consents(card, terms) };
        consented = Translations.Into(consented, file, card.Id, view);
        var document = Projection.For(consented, named, column, granted, reference);
        var projection = Encoding.UTF8.GetString(SummaryJson.Write(document));
        var prepared = HandoffPreparation.Prepare(reference, projection, recipient,
            new(options.Instance, granted, purpose, ConsentRules.By(summary), Today, expires, TextVersion),
            Means(theirs, granted.Contains(ConsentRules.Language) ? file.Language : theirs));
        var outboxId = newOutboxId();
        long? notice = offering.Card(card.Id) is { Answers: true } ? newOutboxId() : null;
        drafts.Add((prepared.Parcel with { LateNotice = notice }).ToDraft(outboxId, time.GetUtcNow()));
        return new(card.Id, card.Kind, card.Name, reference, prepared.BoxId, prepared.BoxKey, outboxId, "waiting", Today, expires)
        {
            OneWay = offering.Card(card.Id) is { Answers: false },
            AnswerBy = LateNotices.AnswerBy(offering.Card(card.Id), Today),
            Notice = notice,
            Consents = consented.Consent,
            Document = options.Trace ? projection : null,
        };
    }

    private static byte[] BoxId(HandedOver handoff) => Base64Url.DecodeFromChars(handoff.BoxId);

    private static string Day(DateOnly day) => day.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture);
}
