using RemedyBot.Storage.Codes;
using RemedyBot.Storage.Desk;
using RemedyBot.Storage.Keys;
using RemedyBot.Storage.Mailboxes;
using RemedyBot.Storage.Outbox;
using RemedyBot.Storage.Sealing;
using RemedyBot.Storage.Sqlite;
using RemedyBot.Storage.Tokens;
using RemedyBot.Storage.Upkeep;

namespace RemedyBot.Storage.Vault;

/// <summary>The whole store: opened once, shared by all.</summary>
public sealed class SealedVault : IAsyncDisposable
{
    private readonly LogTruncation _log;
    private int _disposed;

    private SealedVault(Database database, VaultKeys keys, VaultOptions options, TimeProvider time, IRandomness randomness)
    {
        var limit = new StartLimit(options.UnkeptLimit);
        var desk = new DeskSlots(new DeskSeal(keys.Desk, randomness), randomness);
        var deliveries = new Deliveries(keys.Delivery, desk, randomness);
        var shop = new Workshop(database, randomness, time, new Retention(options, time), deliveries);
        _log = new LogTruncation(database, time);
        Database = database;
        Signing = keys.Signing;
        Tokens = new TokenMint(keys.Tokens, time, randomness);
        Conversations = new ConversationStore(shop, new CodeSealer(randomness, time), _log, limit);
        Apps = new AppConversations(database, keys.Channel, randomness, time);
        Codes = new CaseCodes(database, randomness, time, Conversations);
        Letters = new LetterStore(database, deliveries);
        Outbox = new OutboxStore(database, deliveries, time);
        Threads = new ThreadStore(database, deliveries);
        Desk = new DeskStore(database, deliveries);
        Workers = new WorkerStore(database, randomness, time);
        Caretaker = new Caretaker(shop, options, _log, limit, (keys.Tokens, new DeliveryTurn(database, keys.Delivery, deliveries)));
    }

    public ConversationStore Conversations { get; }

    public TokenMint Tokens { get; }

    /// <summary>Conversations in messaging apps, whose key this server holds.</summary>
    public AppConversations Apps { get; }

    public CaseCodes Codes { get; }

    public LetterStore Letters { get; }

    public OutboxStore Outbox { get; }

    public ThreadStore Threads { get; }

    public DeskStore Desk { get; }

    public WorkerStore Workers { get; }

    public SigningKeys Signing { get; }

    public Caretaker Caretaker { get; }

    internal Database Database { get; }

    /// <summary>Opens or creates the vault, and finishes a turn of the delivery key that a crash interrupted.</summary>
    public static async Task<SealedVault> OpenAsync(VaultOptions options, TimeProvider time, IRandomness randomness, CancellationToken cancellation)
    {
        var database = Database.Open(options.DataFolder);
        try
        {
            var vault = new SealedVault(database, VaultKeys.Open(options, time, randomness), options, time, randomness);
            await vault.Caretaker.TurnKeysAsync(cancellation).ConfigureAwait(false);
            await vault.Caretaker.CountAsync(cancellation).ConfigureAwait(false);
            return vault;
        }
        catch
        {
            database.Dispose();
            throw;
        }
    }

    public ValueTask DisposeAsync()
    {
        if (Interlocked.Exchange(ref _disposed, 1) != 0)
            return ValueTask.CompletedTask;
        _log.Dispose();
        Database.Dispose();
        Signing.Dispose();
        return ValueTask.CompletedTask;
    }

    private sealed record VaultKeys(TokenKeys Tokens, DeliveryKeys Delivery, LastingKey Channel, LastingKey Desk, SigningKeys Signing)
    {
        public static VaultKeys Open(VaultOptions options, TimeProvider time, IRandomness randomness)
        {
            IKeyFiles lasting = options.DataFolder is { } folder ? new FolderKeyFiles(DataFolder.KeysOf(folder)) : new MemoryKeyFiles();
            var fleeting = options.VolatileKeyFolder is { } memory ? new FolderKeyFiles(memory) : lasting;
            var today = DateOnly.FromDateTime(time.GetUtcNow().UtcDateTime);
            return new VaultKeys(
                new TokenKeys(fleeting, time, randomness), new DeliveryKeys(fleeting, randomness, today),
                new LastingKey(lasting, LastingKey.Channel, randomness), new LastingKey(lasting, LastingKey.Desk, randomness), new SigningKeys(lasting, today));
        }
    }
}
