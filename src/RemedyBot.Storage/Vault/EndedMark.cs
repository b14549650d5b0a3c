using RemedyBot.Storage.Slots;
using RemedyBot.Storage.Sqlite;

namespace RemedyBot.Storage.Vault;

/// <summary>That a message ended a conversation in an app, for the commit that ends it: says nothing but that it did. <see cref="AppConversations"/> makes it.</summary>
public sealed class EndedMark
{
    private readonly Slot _slot;
    private readonly IReadOnlyList<StoredRow> _rows;

    internal EndedMark(Slot slot, IReadOnlyList<StoredRow> rows)
    {
        _slot = slot;
        _rows = rows;
    }

    internal void Write(RowSession session) => _slot.Put(session, _rows);
}
