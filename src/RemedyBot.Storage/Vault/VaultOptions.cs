namespace RemedyBot.Storage.Vault;

/// <summary>Where the vault lies and how long it keeps what.</summary>
public sealed record VaultOptions
{
    public const int DefaultUnkeptLimit = 200_000;
    public const int DefaultCodeWarning = 50_000;

    /// <summary>The data folder; null keeps everything in memory only (<c>chat</c> without <c>--data</c>).</summary>
    public string? DataFolder { get; init; }

    /// <summary>Setting <c>keys:volatileFolder</c>: token and delivery keys lie here instead of in <c>DIR/keys</c>.</summary>
    public string? VolatileKeyFolder { get; init; }

    /// <summary>Setting <c>retention:kept</c>: silence after which a conversation with a code goes.</summary>
    public TimeSpan KeptRetention { get; init; } = TimeSpan.FromDays(30);

    /// <summary>Setting <c>retention:silent</c>: silence after which a conversation without a code goes.</summary>
    public TimeSpan SilentRetention { get; init; } = TimeSpan.FromDays(1);

    /// <summary>Conversations without a code beyond which no new one is begun.</summary>
    public int UnkeptLimit { get; init; } = DefaultUnkeptLimit;

    /// <summary>Living codes beyond which the readiness report warns.</summary>
    public int CodeWarning { get; init; } = DefaultCodeWarning;
}
