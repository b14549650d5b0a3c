using RemedyBot.Handoff.Consent;
using RemedyBot.Handoff.Delivery;
using RemedyBot.Handoff.Desk;
using RemedyBot.Handoff.Letters;
using RemedyBot.Handoff.Live;
using RemedyBot.Storage.Vault;
using RemedyBot.Turns;
using RemedyBot.Turns.Activities;
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
        Translations = new(parts.Translator, parts.Content, parts.Time);
        var sign = new SignKey(vault.Signing.Current.Key);
        var handoffs = new HandoffWork(Recipients, sign, parts.Randomness, vault.Outbox.NewId, new(parts.Content, Translations), new(parts.Content, parts.Randomness), parts.Turns, parts.Time)
        {
            IsLost = vault.Outbox.IsLostAsync,
            Rings = new(parts.Content, parts.Randomness, parts.Turns),
        };
        var view = new TalkView(parts.Content.Domain.Talk, Recipients, Room = new(parts.Time), parts.Time);
        var talks = new TalkWork(view, Recipients, Room, new(sign, parts.Randomness), vault.Outbox.NewId, parts.Turns, parts.Time);
        var casework = new Casework(parts.Content, engine, vault, Recipients, handoffs, new(engine, talks, handoffs, vault.Letters), parts.Randomness, parts.Turns, parts.Time);
        var renderer = new Renderer(parts.Content, Recipients, casework, Translations, parts.Turns);
        var reader = new InputReader(parts.Content, parts.Limits);
        var threshold = new Threshold(parts.Content, vault, parts.Turns);
        var presenting = new Presenting(vault, engine, casework, renderer, new(parts.Content), parts.Turns, parts.Time);
        Runner = new(vault, engine, reader, casework, renderer, threshold, new(vault, casework), presenting, parts.Turns, parts.Time)
        {
            Pace = parts.Pace is { } pace ? new(pace, parts.Time) : null,
        };
        Dispatcher = new(vault.Outbox, [new DeskSender(), Rings = new(), .. parts.Senders], parts.Time, parts.Logs.CreateLogger<Dispatcher>());
        Reminders = new(vault.Threads, parts.Time, parts.Logs.CreateLogger<Reminders>());
        Poller = new(vault.Threads, parts.Senders, parts.Time, parts.Logs.CreateLogger<ThreadPoller>());
    }

    public BotParts Parts { get; }

    public SealedVault Vault { get; }

    public DeskFile DeskFile { get; }

    public Recipients Recipients { get; }

    /// <summary>Who is there for talks.</summary>
    public LiveRoom Room { get; }

    /// <summary>What a machine made of people's words, as long as they look at it.</summary>
    public Translations Translations { get; }

    public TurnRunner Runner { get; }

    public Dispatcher Dispatcher { get; }

    /// <summary>Tells people in messaging apps that there is news.</summary>
    public RingSender Rings { get; }

    /// <summary>Tells recipients of consents that are about to end.</summary>
    public Reminders Reminders { get; }

    /// <summary>Brings answers from ticket systems.</summary>
    public ThreadPoller Poller { get; }

    public static async Task<Bot> OpenAsync(BotParts parts, CancellationToken cancellation) =>
        new(parts, await SealedVault.OpenAsync(parts.Vault, parts.Time, parts.Randomness, cancellation));

    public ValueTask DisposeAsync() => Vault.DisposeAsync();
}
