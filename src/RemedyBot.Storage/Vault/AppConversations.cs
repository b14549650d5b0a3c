using System.Security.Cryptography;
using System.Text;
using RemedyBot.Storage.Keys;
using RemedyBot.Storage.Sealing;
using RemedyBot.Storage.Slots;
using RemedyBot.Storage.Sqlite;

namespace RemedyBot.Storage.Vault;

/// <summary>
/// Conversations in messaging apps: nobody there can carry a key, so the server derives it. Neither the app's name nor its ids stand in any row.
/// </summary>
public sealed class AppConversations
{
    /// <summary>Conversations of one place that were ended and kept, before the next is looked for no further.</summary>
    public const int MostKept = 32;

    /// <summary>How long a message that ended a conversation is known; to the end of that day.</summary>
    private static readonly TimeSpan MarkLife = TimeSpan.FromDays(1);

    private readonly Database _database;
    private readonly LastingKey _channel;
    private readonly IRandomness _randomness;
    private readonly TimeProvider _time;

    internal AppConversations(Database database, LastingKey channel, IRandomness randomness, TimeProvider time)
    {
        _database = database;
        _channel = channel;
        _randomness = randomness;
        _time = time;
    }

    /// <summary>The key of the conversation that goes on at this place, or of the one that begins there. Null: too many were ended and kept.</summary>
    /// <param name="channelId">The channel's name; holds no control character, like the next.</param>
    /// <param name="conversationId">The channel's own id of the conversation.</param>
    public Task<ConversationKey?> OpenAsync(string channelId, string conversationId, CancellationToken cancellation) =>
        _database.ReadAsync(session => Open(session, channelId, conversationId), cancellation);

    /// <summary>For the commit that ends the conversation at this place: the app may send the message again that ended it, and what ended may be erased.</summary>
    public EndedMark MarkEnd(string channelId, string conversationId, string inboundId)
    {
        var slot = Ended(channelId, conversationId, inboundId);
        return new(slot, slot.Fill([], Days.Number(_time.GetUtcNow() + MarkLife), _randomness));
    }

    /// <summary>Whether this message ended a conversation at this place within the last day or two.</summary>
    public Task<bool> HasEndedAsync(string channelId, string conversationId, string inboundId, CancellationToken cancellation)
    {
        var slot = Ended(channelId, conversationId, inboundId);
        return _database.ReadAsync(session => slot.Read(session) is { } mark && mark.Day >= Days.Number(_time.GetUtcNow()), cancellation);
    }

    /// <summary>Where such a mark lies: among the turns, so that nobody can tell one from those.</summary>
    private Slot Ended(string channelId, string conversationId, string inboundId)
    {
        var id = RowIds.Keyed(_channel.Derive([], Purpose.EndedId, []), Encoding.UTF8.GetBytes($"{channelId}\0{conversationId}\0{inboundId}"));
        return new(Table.Turn, _ => id, new KeySeal(Purpose.Ended, _channel.Derive([], Purpose.Ended, []), [], _randomness));
    }

    /// <summary>The keys of those conversations of this place that were ended and kept. Dispose of each.</summary>
    public Task<IReadOnlyList<ConversationKey>> EndedAsync(string channelId, string conversationId, CancellationToken cancellation) => _database.ReadAsync<IReadOnlyList<ConversationKey>>(
        session =>
        {
            var ended = new List<ConversationKey>();
            foreach (var (id, place) in Places(channelId, conversationId))
                if (RowAt(session, id) is { } row && row.Day >= Today && Key(id, row.Salt, place) is var key)
                {
                    if (GenerationOf(session, key) is { } generation and > 0)
                        ended.Add(Key(id, row.Salt, place, generation));
                    key.Dispose();
                }
            return ended;
        },
        cancellation);

    private int Today => Days.Number(_time.GetUtcNow());

    private ConversationKey? Open(RowSession session, string channelId, string conversationId)
    {
        (byte[] Id, byte[] Place)? free = null;
        // All of them are looked at: those before the one that goes on may have left by their codes.
        foreach (var (id, place) in Places(channelId, conversationId))
        {
            var row = RowAt(session, id);
            if (row is null)
                free ??= (id, place);
            else if (row.Day >= Today && GoingOn(session, Key(id, row.Salt, place)) is { } key)
                return key;
        }
        return free is { } found ? Key(found.Id, Fresh(), found.Place) : null;
    }

    private IEnumerable<(byte[] Id, byte[] Place)> Places(string channelId, string conversationId)
    {
        var finder = _channel.Derive([], Purpose.ChannelId, []);
        for (var number = 0; number < MostKept; number++)
        {
            // The first is found by its place alone; those after one that was ended and kept have their number behind.
            var place = Encoding.UTF8.GetBytes(channelId + "\0" + conversationId + (number == 0 ? "" : FormattableString.Invariant($"\0{number}")));
            yield return (HMACSHA256.HashData(finder, place)[..ConversationKey.IdLength], place);
        }
    }

    private static StoredRow? RowAt(RowSession session, byte[] id) => session.Read(Table.Conversation, RowIds.Of("conversation", id, 0));

    /// <summary>The key again, unless what it opens was ended: a stop raises the generation.</summary>
    private ConversationKey? GoingOn(RowSession session, ConversationKey key)
    {
        if (GenerationOf(session, key) == key.Generation)
            return key;
        key.Dispose();
        return null;
    }

    private int? GenerationOf(RowSession session, ConversationKey key)
    {
        using var slots = new ConversationSlots(key, _randomness);
        return slots.State.Read(session) is { } stored ? StateHead.Read(stored.Content).Head.Generation : null;
    }

    private ConversationKey Key(byte[] id, byte[] salt, byte[] place, int generation = 0)
    {
        var derived = _channel.Derive(salt, Purpose.ChannelKey, place);
        var key = new ConversationKey(id, derived, generation) { RowSalt = salt };
        CryptographicOperations.ZeroMemory(derived);
        return key;
    }

    private byte[] Fresh()
    {
        var salt = new byte[StoredRow.SaltLength];
        _randomness.Fill(salt);
        return salt;
    }
}
