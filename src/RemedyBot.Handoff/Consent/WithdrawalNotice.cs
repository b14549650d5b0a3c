namespace RemedyBot.Handoff.Consent;

/// <summary>What a recipient is told when a person takes a case back: the reference and nothing else.</summary>
public sealed record WithdrawalNotice(string Instance, string Ref, DateOnly Day)
{
    public const string Kind = "remedybot-withdrawal";

    public string Sign(SignKey key) => key.Sign(HandoffJson.Write(this), Kind);

    public static WithdrawalNotice? Verify(string compact, SignKeySet keys) =>
        keys.Verify(compact, Kind) is { } payload ? HandoffJson.Read<WithdrawalNotice>(payload) : null;
}
