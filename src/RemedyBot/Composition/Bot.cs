using RemedyBot.Handoff.Consent;
using RemedyBot.Handoff.Delivery;
using RemedyBot.Handoff.Desk;
using RemedyBot.Storage.Vault;
using RemedyBot.Turns;
using Engine = RemedyBot.Dialogs.Turns.Engine;

namespace RemedyBot.Composition;

/// <summary>The rooms, wired together.</summary>
public sealed class Bot : IAsyncDisposable
{
    private Bot(BotParts parts, SealedVault vault)
    {
        Parts = parts;
        Vault = vault;
        DeskFile = new(parts.Vault.DataFolder);
        Recipients = new(DeskFile, parts);
        var engine = new Engine(parts.Content.Dialogs.Dialogs, parts.Limits);
        var sign = new SignKey(vault.Signing.Current.Key);
        Casework casework = null!;
        Renderer renderer = null!;
        var handoffs = new HandoffWork(Recipients, sign, parts.Randomness, vault.Outbox.NewId, language => renderer.Marks(language), parts.Turns, parts.Time);
        casework = new(parts.Content, engine, vault, Recipients, handoffs, parts.Randomness, parts.Turns, parts.Time);
        renderer = new(parts.Content, Recipients, casework, parts.Turns);
        var reader = new InputReader(parts.Content.Localizer, parts.Content.Signals, parts.Limits);
        Runner = new(vault, engine, reader, casework, renderer, parts.Turns, parts.Time)
        {
            Pace = parts.Pace is { } pace ? new(pace, parts.Time) : null,
        };
        Dispatcher = new(vault.Outbox, [new DeskSender()], parts.Time, parts.Logs.CreateLogger<Dispatcher>());
    }

    public BotParts Parts { get; }

    public SealedVault Vault { get; }

    public DeskFile DeskFile { get; }

    public Recipients Recipients { get; }

    public TurnRunner Runner { get; }

    public Dispatcher Dispatcher { get; }

    public static async Task<Bot> OpenAsync(BotParts parts, CancellationToken cancellation) =>
        new(parts, await SealedVault.OpenAsync(parts.Vault, parts.Time, parts.Randomness, cancellation));

    public ValueTask DisposeAsync() => Vault.DisposeAsync();
}
