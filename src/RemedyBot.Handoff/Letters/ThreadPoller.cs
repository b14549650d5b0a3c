using System.Security.Cryptography;
using System.Threading.Channels;
using Microsoft.Extensions.Logging;
using RemedyBot.Handoff.Consent;
using RemedyBot.Handoff.Delivery;
using RemedyBot.Storage.Mailboxes;
using RemedyBot.Storage.Outbox;

namespace RemedyBot.Handoff.Letters;

/// <summary>
/// Asks ticket systems what was answered and puts it into the person's box. The cursor moves in the commit that writes the letters, so
/// nothing is told twice and nothing is missed; a thread that was withdrawn meanwhile tells nothing.
/// </summary>
public sealed class ThreadPoller(ThreadStore threads, IReadOnlyList<ISender> senders, TimeProvider time, ILogger<ThreadPoller> log)
{
    private const int MostNamed = 256;
    private static readonly TimeSpan Pause = TimeSpan.FromMinutes(2);
    private static readonly TimeSpan Breath = TimeSpan.FromSeconds(2);

    private readonly Setbacks _setbacks = new(time, log);
    private volatile string[] _unfetched = [];

    // What does not fit is asked about with all the others.
    private readonly Channel<(string RecipientId, string Ticket)> _named =
        Channel.CreateBounded<(string, string)>(new BoundedChannelOptions(MostNamed) { FullMode = BoundedChannelFullMode.DropWrite });

    /// <summary>Why answers could not be fetched in the last round, in the words of <see cref="Reasons"/>; empty where all systems answered.</summary>
    public IReadOnlyList<string> Unfetched => _unfetched;

    /// <summary>Asks about this ticket before the next round.</summary>
    public void AskSoon(string recipientId, string ticket) => _named.Writer.TryWrite((recipientId, ticket));

    /// <summary>Runs until cancelled.</summary>
    public async Task RunAsync(CancellationToken cancellation)
    {
        while (!cancellation.IsCancellationRequested)
        {
            try
            {
                await RunOnceAsync(cancellation).ConfigureAwait(false);
                await AskNamedAsync(cancellation).ConfigureAwait(false);
            }
            catch (Exception e) when (!cancellation.IsCancellationRequested)
            {
                log.LogError("Answers pause after a {Failure}", e.GetType().Name);
                await Task.Delay(Pause, time, cancellation).ConfigureAwait(ConfigureAwaitOptions.SuppressThrowing);
            }
            catch (OperationCanceledException)
            {
                return;
            }
        }
    }

    // Until the next round. One call after another about the same ticket is one question.
    private async Task AskNamedAsync(CancellationToken cancellation)
    {
        using var round = new CancellationTokenSource(Pause, time);
        using var either = CancellationTokenSource.CreateLinkedTokenSource(cancellation, round.Token);
        try
        {
            while (await _named.Reader.WaitToReadAsync(either.Token).ConfigureAwait(false))
            {
                var named = new HashSet<(string, string)>();
                while (_named.Reader.TryRead(out var one))
                    named.Add(one);
                foreach (var one in named)
                    await RunOnceAsync(cancellation, one).ConfigureAwait(false);
                await Task.Delay(Breath, time, either.Token).ConfigureAwait(false);
            }
        }
        catch (OperationCanceledException) when (round.IsCancellationRequested && !cancellation.IsCancellationRequested)
        {
            return;
        }
    }

    /// <summary>Asks about every thread once, or about one that a webhook has named. Returns how many letters were written.</summary>
    /// <param name="ticket">A recipient's ticket; null for all.</param>
    public async Task<int> RunOnceAsync(CancellationToken cancellation, (string RecipientId, string Ticket)? ticket = null)
    {
        var letters = 0;
        // A system that is down is asked once, not once for each of its tickets.
        var silent = new Dictionary<string, string>(StringComparer.Ordinal);
        var missed = new HashSet<string>(StringComparer.Ordinal);
        foreach (var entry in Shuffled(await threads.ListAsync(cancellation).ConfigureAwait(false)))
        {
            using (entry)
            {
                if (TicketThread.Read(entry.Payload.Span) is not { Ticket.Length: > 0 } thread
                    || (ticket is not null && (thread.Recipient.Id, thread.Ticket) != ticket.Value)
                    || senders.OfType<ITalkingSender>().FirstOrDefault(sender => sender.RecipientId == thread.Recipient.Id) is not { } sender)
                    continue;
                if (!silent.TryGetValue(thread.Recipient.Id, out var failure))
                {
                    (var told, failure) = await AskAsync(sender, entry, thread, cancellation).ConfigureAwait(false);
                    letters += told;
                }

                if (failure is null)
                    continue;
                missed.Add(failure);
                // What is wrong with one ticket is not wrong with the next.
                if (failure is Reasons.Unreachable or Reasons.Slow or Reasons.ServerError or Reasons.Busy or Reasons.NotSecure)
                    silent[thread.Recipient.Id] = failure;
            }
        }

        foreach (var failure in missed)
            _setbacks.Unfetched(failure);
        if (ticket is null)
            _unfetched = [.. missed.Order(StringComparer.Ordinal)];
        return letters;
    }

    // Whoever stands behind a ticket at which their system always fails is asked before it next time, or soon.
    private static ThreadEntry[] Shuffled(IReadOnlyList<ThreadEntry> entries)
    {
        var all = entries.ToArray();
        RandomNumberGenerator.Shuffle(all.AsSpan());
        return all;
    }

    private async Task<(int Letters, string? Failure)> AskAsync(ITalkingSender sender, ThreadEntry entry, TicketThread thread, CancellationToken cancellation)
    {
        Fetched fetched;
        try
        {
            fetched = await sender.FetchAsync(thread, cancellation).ConfigureAwait(false);
        }
        catch (Exception e) when (!cancellation.IsCancellationRequested)
        {
            return (0, Reasons.Of(e));
        }

        var letters = LettersOf(fetched, thread);
        if (letters.Count == 0 && fetched.Cursor == thread.Cursor)
            return (0, null);
        var state = StateAfter(fetched, thread);
        var seen = state is not HandoffState.Delivered;
        var moved = thread with { Cursor = fetched.Cursor, State = state, LateNotice = seen ? null : thread.LateNotice };
        var change = new ThreadChange(moved.ToDraft()) { Letters = letters, Ends = seen ? thread.LateNotice : null };
        return (await threads.ReplaceAsync(entry, change, cancellation).ConfigureAwait(false) ? letters.Count : 0, null);
    }

    private List<LetterDraft> LettersOf(Fetched fetched, TicketThread thread)
    {
        if (thread.Box is not { } box)
            return [];
        var today = DateOnly.FromDateTime(time.GetUtcNow().UtcDateTime);
        var notes = fetched.Replies.SelectMany(reply => NotesOf(reply, thread.Ref, today)).ToList();
        if (StateAfter(fetched, thread) is var state && state != thread.State && state != HandoffState.Answered)
            notes.Add(new Note(state, thread.Ref, Text: null, today));
        return [.. notes.Select(note => LetterSeal.Seal(note, box, LastDays.OfLetter(thread.Expires, today)))];
    }

    private static IEnumerable<Note> NotesOf(Reply reply, string reference, DateOnly today)
    {
        var pieces = Pieces(reply.Words).ToList();
        return pieces.Select((words, i) => new Note(HandoffState.Answered, reference, words, today) { FileLeftOut = reply.FileLeftOut && i == pieces.Count - 1 });
    }

    // That somebody took it says nothing new to whoever had an answer, or was told that it is over.
    private static HandoffState StateAfter(Fetched fetched, TicketThread thread) => fetched.State switch
    {
        { } state and not HandoffState.Accepted => state,
        _ when fetched.Replies.Count > 0 => HandoffState.Answered,
        HandoffState.Accepted when thread.State is HandoffState.Delivered or HandoffState.Received => HandoffState.Accepted,
        _ => thread.State,
    };

    // A long answer comes in several letters: none of it is cut off.
    private static IEnumerable<string> Pieces(string words)
    {
        while (words.Length > Note.LongestText)
        {
            var at = words.LastIndexOfAny([' ', '\n'], Note.LongestText);
            at = at > 0 ? at : char.IsHighSurrogate(words[Note.LongestText - 1]) ? Note.LongestText - 1 : Note.LongestText;
            yield return words[..at];
            words = words[at..].TrimStart();
        }

        yield return words;
    }
}
