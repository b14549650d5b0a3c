using System.Security.Cryptography;
using System.Text;
using RemedyBot.Storage.Codes;
using RemedyBot.Storage.Sealing;
using RemedyBot.Storage.Slots;
using RemedyBot.Storage.Sqlite;

namespace RemedyBot.Storage.Desk;

/// <summary>The desk's workers, each row sealed under that worker's passphrase.</summary>
public sealed class WorkerStore
{
    private readonly Database _database;
    private readonly IRandomness _randomness;
    private readonly FairGate _gate;

    internal WorkerStore(Database database, IRandomness randomness, TimeProvider time)
    {
        _database = database;
        _randomness = randomness;
        _gate = new FairGate(atOnce: 1, atMostWaiting: 64, TimeSpan.FromSeconds(10), time);
    }

    /// <summary>False: the sign-in word is taken.</summary>
    public async Task<bool> AddAsync(string word, string passphrase, ReadOnlyMemory<byte> payload, CancellationToken cancellation)
    {
        var salt = new byte[PasswordKey.SaltLength];
        _randomness.Fill(salt);
        var key = await DeriveAsync(passphrase, salt, "", cancellation).ConfigureAwait(false);
        var slot = SlotOf(IdOf(word), key);
        var rows = slot.Fill(payload.Span, StoredRow.Forever, _randomness, salt);
        CryptographicOperations.ZeroMemory(key);
        return await _database.CommitAsync(session => slot.Insert(session, rows), cancellation).ConfigureAwait(false);
    }

    /// <summary>Null: unknown word or wrong passphrase; nobody can tell which, and each costs an Argon2id run.</summary>
    /// <param name="bucket">Opaque name of the queue; a crowd in one delays its own.</param>
    /// <exception cref="TimeoutException">Too many at once: nothing was looked at.</exception>
    public async Task<OpenWorker?> OpenAsync(string word, string passphrase, string bucket, CancellationToken cancellation)
    {
        var id = IdOf(word);
        var row = await _database.ReadAsync(session => session.Read(Table.Worker, id), cancellation).ConfigureAwait(false);
        var key = await DeriveAsync(passphrase, row?.Salt ?? new byte[PasswordKey.SaltLength], bucket, cancellation).ConfigureAwait(false);
        var value = await _database.ReadAsync(session => SlotOf(id, key).Read(session), cancellation).ConfigureAwait(false);
        if (value is not null)
            return new OpenWorker(value, key);
        CryptographicOperations.ZeroMemory(key);
        return null;
    }

    /// <summary>Writes the payload anew (the last TOTP step). False: it changed meanwhile, so the step may have been used.</summary>
    public Task<bool> UpdateAsync(OpenWorker worker, ReadOnlyMemory<byte> payload, CancellationToken cancellation)
    {
        var slot = SlotOf(worker.Stored.Id, worker.Key);
        var rows = slot.Fill(payload.Span, StoredRow.Forever, _randomness, worker.Stored.Salt);
        return _database.CommitAsync(session => slot.Replace(session, rows, worker.Stored), cancellation);
    }

    public Task<bool> RemoveAsync(string word, CancellationToken cancellation) =>
        _database.CommitAsync(session => session.Delete(Table.Worker, IdOf(word)), cancellation);

    public Task<int> CountAsync(CancellationToken cancellation) =>
        _database.ReadAsync(session => (int)session.Count(Table.Worker), cancellation);

    private static long IdOf(string word) =>
        RowIds.Of("worker", Encoding.UTF8.GetBytes(word.Trim().Normalize(NormalizationForm.FormKC).ToLowerInvariant()), 0);

    private Slot SlotOf(long id, byte[] key) => new(Table.Worker, _ => id, new KeySeal(Purpose.DeskWorker, key, [], _randomness));

    private async Task<byte[]> DeriveAsync(string passphrase, byte[] salt, string bucket, CancellationToken cancellation)
    {
        if (!await _gate.EnterAsync(bucket, cancellation).ConfigureAwait(false))
            throw new TimeoutException("The desk is busy.");
        var bytes = Encoding.UTF8.GetBytes(passphrase.Normalize(NormalizationForm.FormKC));
        try
        {
            return await Task.Run(() => PasswordKey.Derive(bytes, salt), cancellation).ConfigureAwait(false);
        }
        finally
        {
            CryptographicOperations.ZeroMemory(bytes);
            _gate.Leave();
        }
    }
}
