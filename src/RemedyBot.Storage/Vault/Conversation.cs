using System.Security.Cryptography;
using RemedyBot.Storage.Codes;
using RemedyBot.Storage.Sealing;
using RemedyBot.Storage.Slots;

namespace RemedyBot.Storage.Vault;

/// <summary>One conversation, opened for the length of a request. Zeroed when disposed (its key too).</summary>
public sealed class Conversation : IDisposable
{
    private readonly byte[] _payload;
    private byte[]? _seenSecret;

    private Conversation(ConversationKey key, StateHead head, byte[] payload, SlotValue? stored)
    {
        Key = key;
        Head = head;
        _payload = payload;
        Stored = stored;
    }

    public ConversationKey Key { get; }

    /// <summary>Nothing is stored yet.</summary>
    public bool IsNew => Stored is null;

    /// <summary>The state as committed; empty when new.</summary>
    public ReadOnlyMemory<byte> Payload => _payload;

    /// <summary>The number of the last committed turn; 0 when new.</summary>
    public int Seq => Head.Seq;

    /// <summary>The number of the first turn that history still holds.</summary>
    public int FirstSeq => Head.First;

    /// <summary>The minute of the last turn; null when new.</summary>
    public DateTimeOffset? LastTurn => IsNew ? null : DateTimeOffset.UnixEpoch.AddMinutes(Head.Minute);

    /// <summary>It has a code without an end, so it lives for the kept retention.</summary>
    public bool Kept => IsKept(Head);

    /// <summary>The last UTC day on which it may still be there; null when new.</summary>
    public DateOnly? LastDay => Stored is null ? null : Days.Date(Stored.Day);

    public string? CodeLookup => Head.Code;

    /// <summary>When the code dies by itself; null: there is none, or it lives as long as the kept case.</summary>
    public DateTimeOffset? CodeUntil => Head.CodeUntil is { } until ? DateTimeOffset.FromUnixTimeSeconds(until) : null;

    /// <summary>The day of the last return by code.</summary>
    public DateOnly? LastReturn => Head.Returned is { } day ? Days.Date(day) : null;

    internal StateHead Head { get; }

    internal SlotValue? Stored { get; }

    /// <summary>Whether a message was seen before.</summary>
    public InboundCheck Check(string inboundId, ReadOnlySpan<byte> body) => new SeenList(Head.Seen).Check(SeenSecret, inboundId, body);

    /// <summary>What the hashes of seen messages are keyed with.</summary>
    internal byte[] SeenSecret => _seenSecret ??= Derivation.Derive(Key.Key.Span, Key.Id, Purpose.Seen);

    /// <summary>Whether what was typed is the code that was shown and not yet confirmed.</summary>
    public bool IsShownCode(string typed)
    {
        using var code = CaseCode.Read(typed);
        return code is not null && Head.CodeCheck is { } check && CryptographicOperations.FixedTimeEquals(CheckOf(Key, code), check);
    }

    public void Dispose()
    {
        Key.Dispose();
        CryptographicOperations.ZeroMemory(_payload);
        CryptographicOperations.ZeroMemory(_seenSecret);
    }

    internal static Conversation Begin(ConversationKey key) => new(key, new StateHead { Generation = key.Generation }, [], null);

    internal static Conversation From(ConversationKey key, SlotValue stored)
    {
        var (head, payload) = StateHead.Read(stored.Content);
        CryptographicOperations.ZeroMemory(stored.Content);
        return new Conversation(key, head, payload, stored);
    }

    internal static bool IsKept(StateHead head) => head.Code is not null && head.CodeUntil is null;

    internal static byte[] CheckOf(ConversationKey key, CaseCode code)
    {
        var secret = Derivation.Derive(key.Key.Span, key.Id, Purpose.CodeCheck);
        var digits = code.Whole();
        var check = HMACSHA256.HashData(secret, digits);
        CryptographicOperations.ZeroMemory(secret);
        CryptographicOperations.ZeroMemory(digits);
        return check;
    }
}
