using System.Text;
using RemedyBot.Storage.Outbox;

namespace RemedyBot.Tests.Storage.Vault;

public class CanaryTests
{
    private const string Word = "kanarienvogel-ΩЖ-🐤-77123";

    [Fact]
    public async Task No_word_id_code_or_key_stands_in_database_log_or_backup()
    {
        await using var a = await AVault.OnDisk();
        var secrets = await Scenario(a);
        await a.Vault.Caretaker.BackUpAsync(Path.Combine(a.Folder!, "backup.db"), default);

        var files = new[] { "remedybot.db", "remedybot.db-wal", "backup.db" }.Select(name => File.ReadAllBytes(Path.Combine(a.Folder!, name))).ToList();
        Assert.All(files, file => Assert.True(file.Length > 4_000));
        foreach (var spelling in secrets.SelectMany(Spellings))
            Assert.All(files, file => Assert.Equal(-1, file.AsSpan().IndexOf(spelling)));
    }

    [Fact]
    public async Task The_search_would_find_a_word_that_was_not_sealed()
    {
        await using var a = await AVault.OnDisk();
        await a.Vault.Letters.WriteAsync(new(new byte[16], "clear-canary", new DateOnly(2026, 12, 1)), default);
        Assert.Contains(Spellings("clear-canary"u8.ToArray()), spelling => File.ReadAllBytes(Path.Combine(a.Folder!, "remedybot.db-wal")).AsSpan().IndexOf(spelling) >= 0);
    }

    private static async Task<List<byte[]>> Scenario(AVault a)
    {
        var token = a.NewToken();
        using var code = await a.Vault.Codes.MintAsync(default);
        await a.Turn(token, Word, Word);
        await a.Turn(token, Word + "2", Word, turn => turn with { ShowCode = code, InboundId = Word + "inbound" });
        await a.Vault.Outbox.AddAsync(new OutboxDraft(a.Vault.Outbox.NewId(), AVault.Utf8(Word), AVault.Morning, new DateOnly(2026, 12, 1)), default);
        using var entry = (await a.Vault.Outbox.DueAsync(1, default)).Single();
        await a.Vault.Outbox.CompleteAsync(entry, new Completion(Thread: new ThreadDraft(AVault.Utf8(Word), new DateOnly(2026, 12, 1))), default);
        await a.Vault.Outbox.AddAsync(new OutboxDraft(a.Vault.Outbox.NewId(), AVault.Utf8(Word), AVault.Morning, new DateOnly(2026, 12, 1)), default);
        await a.Vault.Workers.AddAsync("workerword", Word, AVault.Utf8(Word), default);
        using var conversation = await a.Must(token);
        var digits = code.Whole();
        return
        [
            AVault.Utf8(Word), AVault.Utf8("workerword"), conversation.Key.Id.ToArray(), conversation.Key.Key.ToArray(),
            digits[5..24], AVault.Utf8(code.ToDisplay()), AVault.Utf8(a.Vault.Tokens.Read(token).Token!.User),
            await File.ReadAllBytesAsync(Path.Combine(a.Folder!, "keys", "delivery-2026-11-22")),
            await File.ReadAllBytesAsync(Path.Combine(a.Folder!, "keys", "token-2026-11-22")),
        ];
    }

    /// <summary>As it is, as UTF-16, in hex of both cases, and in base64 at each of its three alignments.</summary>
    private static IEnumerable<byte[]> Spellings(byte[] secret)
    {
        yield return secret;
        yield return Encoding.Unicode.GetBytes(Encoding.UTF8.GetString(secret));
        yield return Encoding.ASCII.GetBytes(Convert.ToHexString(secret));
        yield return Encoding.ASCII.GetBytes(Convert.ToHexStringLower(secret));
        for (var shift = 0; shift < 3; shift++)
        {
            var text = Convert.ToBase64String([.. new byte[shift], .. secret]);
            // Signs at both ends depend on the neighbours.
            yield return Encoding.ASCII.GetBytes(text[4..^4]);
            yield return Encoding.ASCII.GetBytes(text[4..^4].Replace('+', '-').Replace('/', '_'));
        }
    }
}
