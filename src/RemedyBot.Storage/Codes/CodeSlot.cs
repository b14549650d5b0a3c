using System.Buffers;
using System.Security.Cryptography;
using System.Text.Json;
using RemedyBot.Storage.Sealing;
using RemedyBot.Storage.Slots;
using RemedyBot.Storage.Sqlite;
using RemedyBot.Storage.Vault;

namespace RemedyBot.Storage.Codes;

/// <summary>Where a code's row lies and what stands in it: the conversation, its K, and an end if there is one.</summary>
internal static class CodeSlot
{
    // Enough at once: a buffer that grows leaves copies of K behind.
    private const int MostLength = 512;

    /// <param name="key">From Argon2id of the secret digits and the row's salt.</param>
    public static Slot At(string lookup, byte[] key, IRandomness randomness)
    {
        var id = CaseCode.RowIdOf(lookup);
        return new Slot(Table.Code, _ => id, new KeySeal(Purpose.Code, key, [], randomness));
    }

    public static byte[] Write(ConversationKey key, DateTimeOffset? until)
    {
        var buffer = new ArrayBufferWriter<byte>(MostLength);
        using (var json = new Utf8JsonWriter(buffer))
        {
            json.WriteStartObject();
            json.WriteBase64String("cid", key.Id);
            json.WriteBase64String("k", key.Key.Span);
            if (until is { } end)
                json.WriteNumber("until", end.ToUnixTimeSeconds());
            json.WriteEndObject();
        }

        var content = buffer.WrittenSpan.ToArray();
        buffer.Clear();
        return content;
    }

    public static (ConversationKey Key, DateTimeOffset? Until) Read(byte[] content)
    {
        using var json = JsonDocument.Parse(content);
        var root = json.RootElement;
        var k = root.GetProperty("k").GetBytesFromBase64();
        var key = new ConversationKey(root.GetProperty("cid").GetBytesFromBase64(), k, 0);
        CryptographicOperations.ZeroMemory(k);
        return (key, root.TryGetProperty("until", out var until) ? DateTimeOffset.FromUnixTimeSeconds(until.GetInt64()) : null);
    }

    /// <summary>Deletes the row a state speaks of, unless the lookup went to somebody else meanwhile.</summary>
    public static void DeleteOwn(RowSession session, StateHead head)
    {
        if (Owns(session, head))
            session.Delete(Table.Code, CaseCode.RowIdOf(head.Code!));
    }

    public static void MoveOwn(RowSession session, StateHead head, int day)
    {
        if (Owns(session, head))
            session.MoveDay(Table.Code, CaseCode.RowIdOf(head.Code!), day);
    }

    private static bool Owns(RowSession session, StateHead head) =>
        head is { Code: { } lookup, CodeSalt: { } salt }
        && session.Read(Table.Code, CaseCode.RowIdOf(lookup)) is { } row
        && row.Salt.AsSpan().SequenceEqual(salt);
}
