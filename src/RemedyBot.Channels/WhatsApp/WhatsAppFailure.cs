namespace RemedyBot.Channels.WhatsApp;

/// <summary>An error that WhatsApp told of by itself.</summary>
/// <param name="Person">Whom a message of ours did not reach; null where it concerns the account.</param>
public sealed record WhatsAppFailure(int Code, string? Person)
{
    public override string ToString() => nameof(WhatsAppFailure);
}
