using RemedyBot.Handoff.Consent;

namespace RemedyBot.Handoff.Desk;

/// <summary>What a worker's row holds, sealed under their passphrase.</summary>
/// <param name="Key">Private JWK: the desk key, or at a desk whose case key is elsewhere the list key.</param>
/// <param name="Totp">Base 32.</param>
/// <param name="Step">The last TOTP step that was used: a code works once.</param>
internal sealed record WorkerSecret(string Key, string Totp, long Step)
{
    internal byte[] ToJson() => HandoffJson.Write(this);

    internal static WorkerSecret? Read(ReadOnlySpan<byte> json) => HandoffJson.Read<WorkerSecret>(json);

    public override string ToString() => nameof(WorkerSecret);
}
