using RemedyBot.Storage.Outbox;
using RemedyBot.Storage.Sqlite;

namespace RemedyBot.Storage.Mailboxes;

/// <summary>Letter boxes: anybody who knows a box id can put something in; only the box key reads it.</summary>
public sealed class LetterStore
{
    private readonly Database _database;
    private readonly Deliveries _deliveries;

    internal LetterStore(Database database, Deliveries deliveries)
    {
        _database = database;
        _deliveries = deliveries;
    }

    public Task WriteAsync(LetterDraft letter, CancellationToken cancellation) => _database.CommitAsync(
        session =>
        {
            _deliveries.Put(session, letter);
            return true;
        },
        cancellation);

    /// <summary>All unread letters of a box, oldest first.</summary>
    public async Task<IReadOnlyList<Letter>> ReadAsync(ReadOnlyMemory<byte> box, CancellationToken cancellation) =>
        await _database.ReadAsync(session => LetterBox.ReadAll(session, box), cancellation).ConfigureAwait(false);
}
