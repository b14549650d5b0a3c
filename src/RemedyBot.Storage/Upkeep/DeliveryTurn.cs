using RemedyBot.Storage.Keys;
using RemedyBot.Storage.Outbox;
using RemedyBot.Storage.Sealing;
using RemedyBot.Storage.Slots;
using RemedyBot.Storage.Sqlite;

namespace RemedyBot.Storage.Upkeep;

/// <summary>
/// Turns the delivery key: new file, all rows sealed anew in one commit, old file gone. It can stop after any step:
/// each record names its key, and the next run goes on where this one ended.
/// </summary>
internal sealed class DeliveryTurn(Database database, DeliveryKeys keys, Deliveries deliveries)
{
    public async Task RunAsync(DateOnly today, CancellationToken cancellation)
    {
        keys.TurnTo(today);
        if (!keys.IsTurning)
            return;
        await database.CommitAsync(
            session =>
            {
                ResealAll(session, Table.Outbox, deliveries.EntrySeal);
                ResealAll(session, Table.Thread, deliveries.ThreadSeal);
                return true;
            },
            cancellation).ConfigureAwait(false);
        keys.DestroyOthers();
    }

    // The tag stays: a delivery that is under way at this moment must still be able to complete.
    private void ResealAll(RowSession session, Table table, DeliverySeal seal)
    {
        var current = keys.Current;
        foreach (var id in session.Ids(table))
        {
            if (session.Read(table, id) is not { } row || Record.NumberOf(row.Body) == current)
                continue;
            // What no key opens any more will never be delivered; its day will take it.
            if (seal.Open(row) is not { } plaintext)
                continue;
            var salt = new byte[StoredRow.SaltLength];
            deliveries.Randomness.Fill(salt);
            session.ReplaceWithinDay(table, row with { Salt = salt, Body = seal.Seal(id, salt, plaintext) }, row.Tag);
        }
    }
}
