using RemedyBot.Storage.Mailboxes;

namespace RemedyBot.Storage.Desk;

/// <summary>The cases at the built-in desk, each two JWEs to the desk key.</summary>
public sealed class DeskStore
{
    /// <summary>False: the reference is taken.</summary>
    public Task<bool> AddAsync(DeskDraft draft, CancellationToken cancellation) => throw new InvalidOperationException();

    public Task<IReadOnlyList<DeskCase>> ListAsync(CancellationToken cancellation) => throw new InvalidOperationException();

    public Task<DeskCase?> GetAsync(string reference, CancellationToken cancellation) => throw new InvalidOperationException();

    /// <summary>Writes a case anew, and a letter to the person with it. False: it changed or went meanwhile.</summary>
    public Task<bool> ReplaceAsync(DeskCase old, string head, string body, LetterDraft? letter, CancellationToken cancellation) => throw new InvalidOperationException();

    public Task<bool> DeleteAsync(string reference, LetterDraft? letter, CancellationToken cancellation) => throw new InvalidOperationException();
}
