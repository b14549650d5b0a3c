namespace RemedyBot.Channels.Connector;

/// <summary>What a checked token says.</summary>
public sealed record Voucher(string? ServiceUrl, IReadOnlySet<string> Endorsements)
{
    public override string ToString() => nameof(Voucher);
}
