using RemedyBot.Storage.Codes;
using RemedyBot.Storage.Desk;
using RemedyBot.Storage.Keys;
using RemedyBot.Storage.Mailboxes;
using RemedyBot.Storage.Outbox;
using RemedyBot.Storage.Sealing;
using RemedyBot.Storage.Tokens;
using RemedyBot.Storage.Upkeep;

namespace RemedyBot.Storage.Vault;

/// <summary>The whole store: opened once, shared by all.</summary>
public sealed class SealedVault : IAsyncDisposable
{
    public static Task<SealedVault> OpenAsync(VaultOptions options, TimeProvider time, IRandomness randomness, CancellationToken cancellation) =>
        throw new InvalidOperationException();

    public required ConversationStore Conversations { get; init; }

    public required TokenMint Tokens { get; init; }

    public required CaseCodes Codes { get; init; }

    public required LetterStore Letters { get; init; }

    public required OutboxStore Outbox { get; init; }

    public required DeskStore Desk { get; init; }

    public required WorkerStore Workers { get; init; }

    public required SigningKeys Signing { get; init; }

    public required Caretaker Caretaker { get; init; }

    public ValueTask DisposeAsync() => ValueTask.CompletedTask;
}
