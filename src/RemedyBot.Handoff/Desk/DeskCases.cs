using System.Security.Cryptography;
using System.Text;
using RemedyBot.Handoff.Consent;
using RemedyBot.Handoff.Letters;
using RemedyBot.Handoff.Sealing;
using RemedyBot.Storage.Desk;

namespace RemedyBot.Handoff.Desk;

/// <summary>The cases at the built-in desk, for a worker who is signed in.</summary>
public sealed class DeskCases(DeskStore store, DeskFile file, SignKeySet signKeys, TimeProvider time)
{
    // Keeps a case that is passed to and fro for years within a few rows.
    private const int MostEvents = 100;

    private const int MarkLength = 8;

    // A talk has more of them, each shorter.
    private const int MostLines = 500;

    /// <summary>The most urgent first, then the longest waiting; what cannot be read comes last.</summary>
    public async Task<IReadOnlyList<ListedCase>> ListAsync(DeskSession session, CancellationToken cancellation)
    {
        var rows = await store.ListAsync(cancellation).ConfigureAwait(false);
        // What a person wrote since has no line of its own: it is counted in its case's.
        var answers = rows.Where(row => row.Head.Length == 0).Select(row => Envelope.LabelOf(row.Body)?.Ref ?? "").CountBy(reference => reference).ToDictionary(StringComparer.Ordinal);
        return [.. rows
            .Where(row => row.Head.Length > 0)
            .Select(row => Line(row, session) is { } line ? line with { Answers = answers.GetValueOrDefault(line.Ref) } : null)
            .OfType<ListedCase>()
            .OrderBy(line => line.Head is null ? "U9" : line.Head.Urgency ?? "U8", StringComparer.Ordinal)
            .ThenBy(line => line.Head?.Day ?? line.Expires)
            .ThenBy(line => line.Ref, StringComparer.Ordinal)];
    }

    /// <summary>Null: the case is gone, or was never there.</summary>
    public async Task<OpenCase?> OpenAsync(string reference, DeskSession session, CancellationToken cancellation)
    {
        if (!HandoffReference.IsOne(reference) || await store.GetAsync(reference, cancellation).ConfigureAwait(false) is not { } row)
            return null;
        // A row that was put in another's place says another reference inside.
        if (Envelope.LabelOf(row.Body)?.Ref != reference)
            return null;
        var head = HeadOf(row, reference, session);
        var bundle = SealedCase.Open(row.Body, session.Key);
        var receipt = bundle is null ? null : Receipts.Peek(bundle.ReceiptJws);
        var ours = bundle is not null && Receipts.Verify(bundle.ReceiptJws, signKeys) is not null;
        var answers = await store.AnswersAsync(reference, cancellation).ConfigureAwait(false);
        var opened = answers.Select(answer => AnswerOf(answer, reference, session)).OfType<PersonAnswer>().ToList();
        return new OpenCase(reference, head, bundle, receipt, ours, row.Body, head?.Expires ?? row.LastDay.AddDays(1))
        {
            Version = row.Version,
            Answers = opened,
            SealedAnswers = answers.Count - opened.Count,
        };
    }

    /// <summary>Writes to the person and says the new state, in one commit.</summary>
    public async Task<ActResult> ActAsync(CaseAct act, DeskSession session, CancellationToken cancellation)
    {
        var (reference, state) = (act.Ref, act.State);
        var words = string.IsNullOrWhiteSpace(act.Text) ? null : act.Text.Trim();
        if (words?.Length > Note.LongestText)
            return ActResult.TooLong;
        if (await store.GetAsync(reference, cancellation).ConfigureAwait(false) is not { } row)
            return ActResult.Gone;
        if (HeadOf(row, reference, session) is not { } head || file.Read() is not { WorkerKey: { } workerKey } card)
            return ActResult.NotPossible;
        var mark = MarkOf(act, words);
        if (mark is not null && head.Talk?.Forms.Contains(mark, StringComparer.Ordinal) == true)
            return ActResult.Done;
        if (act.Version is { } seen && seen != row.Version)
            return IsLast(row, state, words, session) ? ActResult.Done : ActResult.Changed;
        if (!Follows(head.State, state, words))
            return ActResult.NotPossible;
        var today = DateOnly.FromDateTime(time.GetUtcNow().UtcDateTime);
        var happened = new CaseEvent(state, today, words, session.Worker)
        {
            After = head.Talk is null ? null : (await store.AnswersAsync(reference, cancellation).ConfigureAwait(false)).Count,
        };
        var sealedHead = (head with { State = state, Talk = head.Talk?.After(state, session.Worker, mark) }).Seal(workerKey, DeskCard.RecipientId);
        var body = Append(row.Body, happened, card, session, sealedHead.Length + DeskDraft.Overhead);
        var letter = LetterSeal.Seal(new Note(state, reference, words, today), head.Box, LastDays.OfLetter(head.Expires, today));
        if (await store.ReplaceAsync(row, new DeskDraft(reference, sealedHead, body, row.LastDay), letter, cancellation).ConfigureAwait(false))
            return ActResult.Done;
        // Who was quicker may have been the same form, sent twice at once.
        return act.Version is null ? ActResult.Changed : await ActAsync(act, session, cancellation).ConfigureAwait(false);
    }

    /// <summary>Of a form and what it says: other words in a form that was sent before are no repeat.</summary>
    private static string? MarkOf(CaseAct act, string? words) =>
        act.Form is null ? null : Convert.ToHexString(SHA256.HashData(Encoding.UTF8.GetBytes($"{act.Form}\n{act.State}\n{words}")).AsSpan(0, MarkLength));

    /// <summary>Whether just this is what was done last: a form that comes again.</summary>
    private static bool IsLast(DeskCase row, HandoffState state, string? words, DeskSession session) =>
        SealedCase.Open(row.Body, session.Key) is { History: [.., var last] } && last.State == state && last.Text == words && last.By == session.Worker;

    private static bool Follows(HandoffState from, HandoffState to, string? words) =>
        to == HandoffState.Answered ? words is not null && HandoffStates.CanBeAnswered(from) : HandoffStates.After(from).Contains(to);

    // At a desk whose case key is elsewhere the body stays as it came: nothing here can open it, so nothing can be added.
    private static string Append(string body, CaseEvent happened, DeskCard card, DeskSession session, int beside) =>
        SealedCase.Open(body, session.Key) is { } bundle && Envelope.LabelOf(body) is { } label
            ? SealedCase.Seal(bundle with { History = [.. bundle.History.TakeLast((happened.After is null ? MostEvents : MostLines) - 1), happened] }, card.CaseKey, label, beside)
            : body;

    internal static PersonAnswer? AnswerOf(DeskCase row, string reference, DeskSession session) =>
        Envelope.Open(row.Body, session.Key, new SealLabel(DeskCard.RecipientId, reference)) is { } json && HandoffJson.Read<PersonAnswer>(json) is { } answer && answer.Ref == reference
            ? answer
            : null;

    private static ListedCase? Line(DeskCase row, DeskSession session)
    {
        if (Envelope.LabelOf(row.Body) is not { } label)
            return null;
        var head = HeadOf(row, label.Ref, session);
        return new ListedCase(label.Ref, head, head?.Expires ?? row.LastDay.AddDays(1));
    }

    private static DeskHead? HeadOf(DeskCase row, string reference, DeskSession session) =>
        DeskHead.Open(row.Head, session.Key) is { } head && head.Ref == reference ? head : null;
}
