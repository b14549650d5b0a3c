namespace RemedyBot.Storage.Vault;

/// <summary>How long silence is borne. A row goes when its last day is over: a day's grace, so that nothing goes early.</summary>
internal sealed class Retention(VaultOptions options, TimeProvider time)
{
    public int Today => Days.Number(time.GetUtcNow());

    public int LastDay(bool kept) => Days.Number(time.GetUtcNow() + (kept ? options.KeptRetention : options.SilentRetention));
}
