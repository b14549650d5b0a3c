namespace RemedyBot.Storage.Codes;

/// <summary>Mints case codes and opens what people type.</summary>
public sealed class CaseCodes
{
    /// <summary>A code whose lookup nobody uses. It opens nothing before a turn shows it (<see cref="Vault.TurnCommit.ShowCode"/>).</summary>
    public Task<CaseCode> MintAsync(CancellationToken cancellation) => throw new InvalidOperationException();

    /// <summary>Opens a typed code; a failure takes at least a second.</summary>
    /// <param name="bucket">Opaque name of the caller's queue (an HMAC of an address prefix): buckets are served in turn.</param>
    public Task<CodeOpening> OpenAsync(string typed, string bucket, CancellationToken cancellation) => throw new InvalidOperationException();
}
