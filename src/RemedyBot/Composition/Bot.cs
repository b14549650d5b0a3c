using Microsoft.Extensions.Logging.Abstractions;
using RemedyBot.Handoff.Consent;
using RemedyBot.Handoff.Delivery;
using RemedyBot.Handoff.Desk;
using RemedyBot.Handoff.Letters;
using RemedyBot.Storage.Sealing;
using RemedyBot.Storage.Vault;
using RemedyBot.Turns;
using Engine = RemedyBot.Dialogs.Turns.Engine;

namespace RemedyBot.Composition;

/// <summary>What a bot is built from, whoever speaks through it: the server, the terminal, a test.</summary>
public sealed record BotParts(LoadedContent Content, VaultOptions Vault, TurnOptions Turns)
{
    public TimeProvider Time { get; init; } = TimeProvider.System;
    public IRandomness Randomness { get; init; } = new SystemRandomness();
    public Dialogs.Turns.Limits Limits { get; init; } = new();

    /// <summary>How fast floods may go; null for no slowing at all.</summary>
    public PaceLimits? Pace { get; init; }

    public ILoggerFactory Logs { get; init; } = NullLoggerFactory.Instance;

    /// <summary>The desk's name as people read it; null for the catalogs' own words.</summary>
    public string? DeskName { get; init; }

    /// <summary>Recipients beside the desk.</summary>
    public HelpDirectory Help { get; init; } = HelpDirectory.None;

    /// <summary>Those who speak to their systems.</summary>
    public IReadOnlyList<ISender> Senders { get; init; } = [];

    /// <summary>A desk with a throw-away key where none is set up, so that a conversation in the terminal can be played to its end.</summary>
    public bool PretendDesk { get; init; }
}

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
        var handoffs = new HandoffWork(Recipients, sign, parts.Randomness, vault.Outbox.NewId, new(parts.Content), parts.Turns, parts.Time);
        var casework = new Casework(parts.Content, engine, vault, Recipients, handoffs, parts.Randomness, parts.Turns, parts.Time);
        var renderer = new Renderer(parts.Content, Recipients, casework, parts.Turns);
        var reader = new InputReader(parts.Content.Localizer, parts.Content.Signals, parts.Limits);
        Runner = new(vault, engine, reader, casework, renderer, parts.Turns, parts.Time)
        {
            Pace = parts.Pace is { } pace ? new(pace, parts.Time) : null,
        };
        Dispatcher = new(vault.Outbox, [new DeskSender(), .. parts.Senders], parts.Time, parts.Logs.CreateLogger<Dispatcher>());
        Poller = new(vault.Threads, parts.Senders, parts.Time, parts.Logs.CreateLogger<ThreadPoller>());
    }

    public BotParts Parts { get; }

    public SealedVault Vault { get; }

    public DeskFile DeskFile { get; }

    public Recipients Recipients { get; }

    public TurnRunner Runner { get; }

    public Dispatcher Dispatcher { get; }

    /// <summary>Brings answers from ticket systems.</summary>
    public ThreadPoller Poller { get; }

    public static async Task<Bot> OpenAsync(BotParts parts, CancellationToken cancellation) =>
        new(parts, await SealedVault.OpenAsync(parts.Vault, parts.Time, parts.Randomness, cancellation));

    public ValueTask DisposeAsync() => Vault.DisposeAsync();
}
