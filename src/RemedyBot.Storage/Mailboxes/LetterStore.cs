using RemedyBot.Storage.Sealing;
using RemedyBot.Storage.Sqlite;

namespace RemedyBot.Storage.Mailboxes;

/// <summary>Letter boxes: anybody who knows a box id can put something in; only the box key reads it.</summary>
public sealed class LetterStore
{
    private readonly Database _database;
    private readonly IRandomness _randomness;

    internal LetterStore(Database database, IRandomness randomness)
    {
        _database = database;
        _randomness = randomness;
    }

    public Task WriteAsync(LetterDraft letter, CancellationToken cancellation) => _database.CommitAsync(
        session =>
        {
            LetterBox.Add(session, letter, _randomness);
            return true;
        },
        cancellation);

    /// <summary>All unread letters of a box, oldest first.</summary>
    public async Task<IReadOnlyList<Letter>> ReadAsync(ReadOnlyMemory<byte> box, CancellationToken cancellation) =>
        await _database.ReadAsync(session => LetterBox.ReadAll(session, box), cancellation).ConfigureAwait(false);
}
