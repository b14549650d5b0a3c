using System.Security.Cryptography;
using RemedyBot.Storage.Sealing;
using RemedyBot.Storage.Sqlite;
using RemedyBot.Storage.Vault;

namespace RemedyBot.Storage.Codes;

/// <summary>Mints case codes and opens what people type.</summary>
public sealed class CaseCodes
{
    /// <summary>A failed opening takes at least this long, whatever the reason.</summary>
    public static readonly TimeSpan LeastTime = TimeSpan.FromSeconds(1);

    // Beyond this many the short lookups run out; a longer code is then the lesser harm.
    private const int MostShort = 90_000;

    private readonly Database _database;
    private readonly IRandomness _randomness;
    private readonly TimeProvider _time;
    private readonly ConversationStore _conversations;
    private readonly FairGate _gate;

    internal CaseCodes(Database database, IRandomness randomness, TimeProvider time, ConversationStore conversations)
    {
        _database = database;
        _randomness = randomness;
        _time = time;
        _conversations = conversations;
        _gate = new FairGate(atOnce: 2, atMostWaiting: 64, TimeSpan.FromSeconds(10), time);
    }

    internal FairGate Gate => _gate;

    /// <summary>A code whose lookup nobody uses. It opens nothing before a turn shows it (<see cref="TurnCommit.ShowCode"/>).</summary>
    public Task<CaseCode> MintAsync(CancellationToken cancellation) => _database.ReadAsync(Mint, cancellation);

    /// <summary>Opens a typed code; a failure takes at least a second.</summary>
    /// <param name="bucket">Opaque name of the caller's queue (an HMAC of an address prefix): buckets are served in turn.</param>
    public async Task<CodeOpening> OpenAsync(string typed, string bucket, CancellationToken cancellation)
    {
        var started = _time.GetTimestamp();
        using var code = CaseCode.Read(typed);
        // A slip of the finger saves the run, not the second.
        if (code is { CheckHolds: true })
        {
            if (!await _gate.EnterAsync(bucket, cancellation).ConfigureAwait(false))
                return new CodeOpening(CodeStatus.Busy, null);
            try
            {
                var ticket = await Task.Run(() => TryOpenAsync(code, cancellation), cancellation).ConfigureAwait(false);
                if (ticket is not null)
                    return new CodeOpening(CodeStatus.Opened, ticket);
            }
            finally
            {
                _gate.Leave();
            }
        }

        var left = LeastTime - _time.GetElapsedTime(started);
        if (left > TimeSpan.Zero)
            await Task.Delay(left, _time, cancellation).ConfigureAwait(false);
        return new CodeOpening(CodeStatus.Failed, null);
    }

    private async Task<ReturnTicket?> TryOpenAsync(CaseCode code, CancellationToken cancellation)
    {
        var lookup = code.Lookup;
        var salt = await _database.ReadAsync(session => session.Read(Table.Code, CaseCode.RowIdOf(lookup))?.Salt, cancellation).ConfigureAwait(false);
        var secret = code.Secret();
        // An unknown lookup costs the same run as a known one.
        var key = PasswordKey.Derive(secret, salt ?? new byte[PasswordKey.SaltLength]);
        CryptographicOperations.ZeroMemory(secret);
        var ticket = await FindAsync(lookup, key, cancellation).ConfigureAwait(false);
        if (ticket is null)
            CryptographicOperations.ZeroMemory(key);
        return ticket;
    }

    private async Task<ReturnTicket?> FindAsync(string lookup, byte[] key, CancellationToken cancellation)
    {
        var slot = CodeSlot.At(lookup, key, _randomness);
        var stored = await _database.ReadAsync(session => slot.Read(session), cancellation).ConfigureAwait(false);
        if (stored is null)
            return null;
        var (conversationKey, until) = CodeSlot.Read(stored.Content);
        CryptographicOperations.ZeroMemory(stored.Content);
        var now = _time.GetUtcNow();
        if (stored.Day < Days.Number(now) || until <= now)
        {
            conversationKey.Dispose();
            return null;
        }

        var old = await _conversations.LoadByCodeAsync(conversationKey, cancellation).ConfigureAwait(false);
        return old is null ? null : new ReturnTicket(old, lookup, new CodeRow(key, stored, until));
    }

    private CaseCode Mint(RowSession session)
    {
        var length = session.Count(Table.Code) > MostShort ? CaseCode.LongLookup : CaseCode.ShortLookup;
        while (true)
        {
            var code = CaseCode.From(Digits(length), Digits(CaseCode.SecretLength));
            if (session.Read(Table.Code, code.RowId) is null)
                return code;
            code.Dispose();
        }
    }

    private byte[] Digits(int count)
    {
        var digits = new byte[count];
        Span<byte> one = stackalloc byte[1];
        for (var i = 0; i < count; i++)
        {
            // 250 is a multiple of ten: beyond it the low digits would come up more often.
            do
                _randomness.Fill(one);
            while (one[0] >= 250);
            digits[i] = (byte)(one[0] % 10);
        }

        return digits;
    }
}
