using System.Security.Cryptography;
using RemedyBot.Storage.Codes;
using RemedyBot.Storage.Mailboxes;
using RemedyBot.Storage.Sqlite;

namespace RemedyBot.Storage.Vault;

/// <summary>One turn's writes: sealed beforehand on the caller's thread, applied on the writer's.</summary>
internal sealed class TurnPlan : IDisposable
{
    private readonly Workshop _shop;
    private readonly Conversation _here;
    private readonly TurnCommit _turn;
    private readonly ReturnTicket? _ticket;
    private readonly ConversationSlots _slots;
    private readonly ConversationSlots? _oldSlots;
    private readonly StateHead _head;
    private readonly StoredRow? _code;
    private readonly int _day;
    private readonly List<StoredRow> _state;
    private readonly List<StoredRow> _stored;
    private readonly List<StoredRow> _previous;

    /// <param name="code">The sealed row of the code that the turn shows.</param>
    public TurnPlan(Workshop shop, Conversation here, TurnCommit turn, ReturnTicket? ticket, StoredRow? code)
    {
        _shop = shop;
        _here = here;
        _turn = turn;
        _ticket = ticket;
        _slots = new ConversationSlots(here.Key, shop.Randomness);
        _oldSlots = ticket is null ? null : new ConversationSlots(ticket.Old.Key, shop.Randomness);
        _head = NextHead(shop, here, turn, ticket) with { CodeSalt = code?.Salt ?? KeptSalt(here, turn, ticket) };
        _day = shop.Retention.LastDay(Conversation.IsKept(_head));
        _code = code is null || turn.CodeUntil is not null ? code : code with { Day = _day };
        var state = _head.With(turn.Payload.Span);
        _state = _slots.State.Fill(state, _day, shop.Randomness, here.Key.RowSalt);
        CryptographicOperations.ZeroMemory(state);
        _stored = turn.Stop || turn.Turn.IsEmpty ? [] : _slots.Turn(_head.Seq).Fill(turn.Turn.Span, _day, shop.Randomness);
        _previous = turn.Stop || turn.PreviousTurn is not { } body ? [] : _slots.Turn(here.Seq).Fill(body.Span, _day, shop.Randomness);
    }

    /// <summary>False: somebody wrote first; nothing may stay of what was done.</summary>
    public bool Apply(RowSession session)
    {
        var written = _here.Stored is { } stored ? _slots.State.Replace(session, _state, stored) : _slots.State.Insert(session, _state);
        if (!written || !ApplyReturn(session) || !ApplyCode(session))
            return false;
        ApplyTurns(session);
        LetterBox.Remove(session, _turn.LettersRead, _shop.Randomness);
        foreach (var withdrawal in _turn.Withdrawals)
            _shop.Deliveries.TakeBack(session, withdrawal);
        foreach (var draft in _turn.Outbox)
            _shop.Deliveries.Add(session, draft);
        if (_turn.Ring is { } ring)
            _shop.Deliveries.Rings.Apply(session, ring);
        _turn.Ended?.Write(session);
        ApplyDay(session);
        return true;
    }

    public void Dispose()
    {
        _slots.Dispose();
        _oldSlots?.Dispose();
    }

    private static StateHead NextHead(Workshop shop, Conversation here, TurnCommit turn, ReturnTicket? ticket)
    {
        var old = here.Head;
        var seq = old.Seq + 1;
        var seen = new SeenList(old.Seen);
        if (turn.InboundId is { } id)
            seen = seen.With(here.SeenSecret, id, turn.InboundBody.Span, seq);
        var head = old with
        {
            Generation = (turn.Reopens ? 0 : old.Generation) + (turn.Stop ? 1 : 0),
            Seq = seq,
            First = turn.Stop ? seq + 1 : old.First,
            Minute = shop.Time.GetUtcNow().ToUnixTimeSeconds() / 60,
            CodeCheck = turn.CodeConfirmed || turn.RemoveCode || ticket is not null ? null : old.CodeCheck,
            Returned = ticket is null ? old.Returned : shop.Retention.Today,
            Seen = seen.Bytes,
        };
        if (turn.ShowCode is { } code)
            return head with { Code = code.Lookup, CodeUntil = turn.CodeUntil?.ToUnixTimeSeconds(), CodeCheck = Conversation.CheckOf(here.Key, code) };
        if (turn.RemoveCode || DiesOnReturn(ticket))
            return head with { Code = null, CodeUntil = null };
        return ticket is null ? head : head with { Code = ticket.Lookup, CodeUntil = null };
    }

    private static byte[]? KeptSalt(Conversation here, TurnCommit turn, ReturnTicket? ticket)
    {
        if (turn.RemoveCode || DiesOnReturn(ticket))
            return null;
        return ticket?.Row.Stored.Salt ?? here.Head.CodeSalt;
    }

    private static bool DiesOnReturn(ReturnTicket? ticket) => ticket?.Row.Until is not null;

    private bool ApplyReturn(RowSession session)
    {
        if (_ticket is not { Old.Stored: { } stored } || _oldSlots is null)
            return true;
        _oldSlots.DeleteTurns(session, _ticket.Old.Head);
        return _oldSlots.State.Delete(session, stored.Tag);
    }

    private bool ApplyCode(RowSession session)
    {
        if (_head.Code != _here.Head.Code || _code is not null)
            CodeSlot.DeleteOwn(session, _here.Head);
        if (_ticket is not null)
        {
            var slot = CodeSlot.At(_ticket.Lookup, _ticket.Row.Key, _shop.Randomness);
            var old = _ticket.Row.Stored;
            var moved = _head.Code == _ticket.Lookup && _code is null
                ? slot.Replace(session, slot.Fill(CodeSlot.Write(_here.Key, null), _day, _shop.Randomness, old.Salt), old)
                : slot.Delete(session, old.Tag);
            if (!moved)
                return false;
        }

        return _code is null || session.Insert(Table.Code, _code);
    }

    private void ApplyTurns(RowSession session)
    {
        if (_turn.Stop)
            _slots.DeleteTurns(session, _here.Head);
        if (_previous.Count > 0)
            _slots.Turn(_here.Seq).Put(session, _previous);
        if (_stored.Count > 0)
            _slots.Turn(_head.Seq).Put(session, _stored);
    }

    private void ApplyDay(RowSession session)
    {
        if (_here.Stored is { } stored && stored.Day == _day && _ticket is null)
            return;
        if (!_turn.Stop)
            _slots.MoveTurns(session, _here.Head, _day);
        if (_code is null && Conversation.IsKept(_head))
            CodeSlot.MoveOwn(session, _head, _day);
        foreach (var box in _turn.Boxes)
            LetterBox.MoveDay(session, box, _day);
    }
}
