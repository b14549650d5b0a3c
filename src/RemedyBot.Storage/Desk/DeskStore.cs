using RemedyBot.Storage.Mailboxes;
using RemedyBot.Storage.Outbox;
using RemedyBot.Storage.Sqlite;

namespace RemedyBot.Storage.Desk;

/// <summary>The cases at the built-in desk, each two JWEs to the desk key.</summary>
public sealed class DeskStore
{
    private readonly Database _database;
    private readonly DeskSlots _slots;
    private readonly Deliveries _deliveries;

    internal DeskStore(Database database, Deliveries deliveries)
    {
        _database = database;
        _slots = deliveries.Desk;
        _deliveries = deliveries;
    }

    /// <summary>False: the reference is taken.</summary>
    public Task<bool> AddAsync(DeskDraft draft, CancellationToken cancellation) =>
        _database.CommitAsync(session => _slots.Add(session, draft), cancellation);

    public async Task<IReadOnlyList<DeskCase>> ListAsync(CancellationToken cancellation)
    {
        var values = await _database.ReadAsync(session => _slots.All(session), cancellation).ConfigureAwait(false);
        return [.. values.Select(DeskSlots.Read).OfType<DeskCase>()];
    }

    public async Task<DeskCase?> GetAsync(string reference, CancellationToken cancellation)
    {
        var value = await _database.ReadAsync(session => _slots.Of(reference).Read(session), cancellation).ConfigureAwait(false);
        return value is null ? null : DeskSlots.Read(value);
    }

    /// <summary>What was written to a case since it came, in order.</summary>
    public async Task<IReadOnlyList<DeskCase>> AnswersAsync(string reference, CancellationToken cancellation)
    {
        var values = await _database.ReadAsync(session => _slots.Answers(session, reference), cancellation).ConfigureAwait(false);
        return [.. values.Select(DeskSlots.Read).OfType<DeskCase>()];
    }

    /// <summary>Writes a case anew, and a letter to the person with it. False: it changed or went meanwhile and nothing was written.</summary>
    public Task<bool> ReplaceAsync(DeskCase old, DeskDraft draft, LetterDraft? letter, CancellationToken cancellation) => _database.CommitAsync(
        session =>
        {
            var slot = _slots.Of(draft.Ref);
            if (slot.Read(session) is not { } stored || !stored.Tag.AsSpan().SequenceEqual(old.Tag))
                return false;
            if (letter is not null)
                _deliveries.Put(session, letter);
            return slot.Replace(session, _slots.Fill(slot, draft), stored);
        },
        cancellation);

    /// <summary>Deletes a case, and writes a letter to the person with it. False: it was gone already.</summary>
    public Task<bool> DeleteAsync(string reference, LetterDraft? letter, CancellationToken cancellation) => _database.CommitAsync(
        session =>
        {
            if (_slots.DeleteAll(session, reference) == 0)
                return false;
            if (letter is not null)
                _deliveries.Put(session, letter);
            return true;
        },
        cancellation);
}
