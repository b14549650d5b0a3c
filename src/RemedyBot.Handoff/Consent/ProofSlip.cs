using Jose;
using RemedyBot.Handoff.Sealing;

namespace RemedyBot.Handoff.Consent;

/// <summary>A paper the person may keep: that something was handed over on a day. No recipient, no harm.</summary>
public sealed record ProofSlip(string Instance, string Ref, DateOnly Day)
{
    public const string Kind = "remedybot-slip";

    public string Sign(SignKey key) => key.Sign(HandoffJson.Write(this), Kind);

    /// <summary>What a slip says, whoever signed it; null where it is none.</summary>
    public static ProofSlip? Peek(string compact)
    {
        try
        {
            return HandoffJson.Read<ProofSlip>(JWT.PayloadBytes(compact));
        }
        catch (Exception e) when (Envelope.IsRefusal(e))
        {
            return null;
        }
    }

    public static ProofSlip? Verify(string compact, SignKeySet keys) =>
        keys.Verify(compact, Kind) is { } payload ? HandoffJson.Read<ProofSlip>(payload) : null;
}
