using System.Security.Cryptography;
using RemedyBot.Storage.Sealing;
using RemedyBot.Storage.Sqlite;
using RemedyBot.Storage.Vault;

namespace RemedyBot.Storage.Codes;

/// <summary>Makes the row of a code that is shown. Behind a gate of its own: showing codes must not wait behind guesses.</summary>
internal sealed class CodeSealer(IRandomness randomness, TimeProvider time)
{
    private const int AtOnce = 2;
    private const int AtMostWaiting = 64;

    private readonly FairGate _gate = new(AtOnce, AtMostWaiting, TimeSpan.FromSeconds(10), time);

    /// <summary>Null: too many at once.</summary>
    public async Task<StoredRow?> SealAsync(CaseCode code, ConversationKey key, DateTimeOffset? until, int day, CancellationToken cancellation)
    {
        if (!await _gate.EnterAsync("", cancellation).ConfigureAwait(false))
            return null;
        try
        {
            return await Task.Run(() => Make(code, key, until, day), cancellation).ConfigureAwait(false);
        }
        finally
        {
            _gate.Leave();
        }
    }

    private StoredRow Make(CaseCode code, ConversationKey key, DateTimeOffset? until, int day)
    {
        var salt = new byte[PasswordKey.SaltLength];
        randomness.Fill(salt);
        var secret = code.Secret();
        var derived = PasswordKey.Derive(secret, salt);
        var content = CodeSlot.Write(key, until);
        var row = CodeSlot.At(code.Lookup, derived, randomness).Fill(content, day, randomness, salt)[0];
        CryptographicOperations.ZeroMemory(secret);
        CryptographicOperations.ZeroMemory(derived);
        CryptographicOperations.ZeroMemory(content);
        return row;
    }
}
