namespace RemedyBot.Storage.Desk;

/// <summary>The desk's workers, each row sealed under that worker's passphrase.</summary>
public sealed class WorkerStore
{
    /// <summary>False: the sign-in word is taken.</summary>
    public Task<bool> AddAsync(string word, string passphrase, ReadOnlyMemory<byte> payload, CancellationToken cancellation) => throw new InvalidOperationException();

    /// <summary>Null: unknown word, wrong passphrase or too many at once; nobody can tell which. An Argon2id run in each case.</summary>
    public Task<OpenWorker?> OpenAsync(string word, string passphrase, CancellationToken cancellation) => throw new InvalidOperationException();

    /// <summary>Writes the payload anew (the last TOTP step). False: it changed meanwhile, so the step may have been used.</summary>
    public Task<bool> UpdateAsync(OpenWorker worker, ReadOnlyMemory<byte> payload, CancellationToken cancellation) => throw new InvalidOperationException();

    public Task<bool> RemoveAsync(string word, CancellationToken cancellation) => throw new InvalidOperationException();

    public Task<int> CountAsync(CancellationToken cancellation) => throw new InvalidOperationException();
}
