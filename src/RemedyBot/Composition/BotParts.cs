using Microsoft.Extensions.Logging.Abstractions;
using RemedyBot.Handoff.Delivery;
using RemedyBot.Handoff.Translation;
using RemedyBot.Storage.Sealing;
using RemedyBot.Storage.Vault;
using RemedyBot.Turns;

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

    /// <summary>BCP 47: what the desk's workers read; empty where nobody said it.</summary>
    public IReadOnlyList<string> DeskReads { get; init; } = [];

    /// <summary>Translates a person's own words with her yes; null for nobody.</summary>
    public ITranslator? Translator { get; init; }

    /// <summary>Recipients beside the desk.</summary>
    public HelpDirectory Help { get; init; } = HelpDirectory.None;

    /// <summary>Those who speak to their systems.</summary>
    public IReadOnlyList<ISender> Senders { get; init; } = [];

    /// <summary>A desk with a throw-away key where none is set up, so that a conversation in the terminal can be played to its end.</summary>
    public bool PretendDesk { get; init; }
}
