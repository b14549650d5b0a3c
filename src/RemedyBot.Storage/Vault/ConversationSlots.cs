using System.Security.Cryptography;
using RemedyBot.Storage.Sealing;
using RemedyBot.Storage.Slots;
using RemedyBot.Storage.Sqlite;

namespace RemedyBot.Storage.Vault;

/// <summary>Where one conversation's state and turns lie, and how they are sealed: only K leads there.</summary>
internal sealed class ConversationSlots : IDisposable
{
    private readonly ConversationKey _key;
    private readonly IRandomness _randomness;
    private byte[]? _turnIds;

    public ConversationSlots(ConversationKey key, IRandomness randomness)
    {
        _key = key;
        _randomness = randomness;
        var id = key.Id.ToArray();
        State = new Slot(Table.Conversation, part => RowIds.Of("conversation", id, part), new KeySeal(Purpose.State, key.Key, id, randomness));
    }

    public Slot State { get; }

    public Slot Turn(int seq)
    {
        var turnIds = _turnIds ??= Derivation.Derive(_key.Key.Span, _key.Id, Purpose.TurnId);
        byte[] binding = [.. _key.Id, .. RowIds.Number(seq)];
        return new Slot(Table.Turn, part => RowIds.Keyed(turnIds, seq, part), new KeySeal(Purpose.Turn, _key.Key, binding, _randomness));
    }

    public void DeleteTurns(RowSession session, StateHead head)
    {
        for (var seq = head.First; seq <= head.Seq; seq++)
            Turn(seq).Delete(session);
    }

    public void MoveTurns(RowSession session, StateHead head, int day)
    {
        for (var seq = head.First; seq <= head.Seq; seq++)
            Turn(seq).MoveDay(session, day);
    }

    public void Dispose() => CryptographicOperations.ZeroMemory(_turnIds);
}
