namespace RemedyBot.Channels.WhatsApp;

/// <summary>An error that WhatsApp told of by itself.</summary>
/// <param name="Person">Whom a message of ours did not reach; null where it concerns the account.</param>
public sealed record WhatsAppFailure(int Code, string? Person)
{
    /// <summary>WhatsApp's id of that message; null where it tells none.</summary>
    public string? Message { get; init; }

    public override string ToString() => nameof(WhatsAppFailure);
}
