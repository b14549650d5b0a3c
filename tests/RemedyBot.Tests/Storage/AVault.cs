using System.Text;
using Microsoft.Extensions.Time.Testing;
using RemedyBot.Storage.Sealing;
using RemedyBot.Storage.Tokens;
using RemedyBot.Storage.Vault;

namespace RemedyBot.Tests.Storage;

/// <summary>A vault in a folder of its own (or in memory), with a clock that the test turns.</summary>
internal sealed class AVault : IAsyncDisposable
{
    public static readonly DateTimeOffset Morning = new(2026, 11, 22, 9, 0, 0, TimeSpan.Zero);

    private AVault(string? folder, SealedVault vault, FakeTimeProvider time)
    {
        Folder = folder;
        Vault = vault;
        Time = time;
    }

    public string? Folder { get; }

    public SealedVault Vault { get; private set; }

    public FakeTimeProvider Time { get; }

    public static byte[] Utf8(string text) => Encoding.UTF8.GetBytes(text);

    public static Task<AVault> InMemory() => Open(null, null);

    public static Task<AVault> OnDisk(VaultOptions? options = null) => Open(Directory.CreateTempSubdirectory("remedybot-").FullName, options);

    public async Task Reopen(VaultOptions? options = null)
    {
        await Vault.DisposeAsync();
        Vault = await SealedVault.OpenAsync((options ?? new VaultOptions()) with { DataFolder = Folder }, Time, new SystemRandomness(), default);
    }

    /// <summary>A conversation that has not begun, and its <c>new</c> token.</summary>
    public string NewToken() => Vault.Tokens.MintNew(TokenMint.PageLife);

    public async Task<Conversation?> Load(string token)
    {
        var open = Vault.Tokens.Read(token).Token;
        return open is null ? null : await Vault.Conversations.LoadAsync(open.Key, open.Use == TokenUse.New, default);
    }

    public async Task<Conversation> Must(string token) => await Load(token) ?? throw new InvalidOperationException("The conversation is closed.");

    /// <summary>One turn from load to commit.</summary>
    public async Task<CommitResult> Turn(string token, string state, string activities = "[]", Func<TurnCommit, TurnCommit>? with = null)
    {
        using var conversation = await Must(token);
        var turn = new TurnCommit { Payload = Utf8(state), Turn = Utf8(activities), InboundId = state, InboundBody = Utf8(activities) };
        return await Vault.Conversations.CommitAsync(conversation, with is null ? turn : with(turn), default);
    }

    public async ValueTask DisposeAsync()
    {
        await Vault.DisposeAsync();
        if (Folder is not null)
            Directory.Delete(Folder, recursive: true);
    }

    private static async Task<AVault> Open(string? folder, VaultOptions? options)
    {
        var time = new FakeTimeProvider(Morning);
        var vault = await SealedVault.OpenAsync((options ?? new VaultOptions()) with { DataFolder = folder }, time, new SystemRandomness(), default);
        return new AVault(folder, vault, time);
    }
}
