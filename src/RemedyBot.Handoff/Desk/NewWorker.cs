namespace RemedyBot.Handoff.Desk;

/// <param name="Totp">Base 32, from <see cref="OneTimeCode.NewSecret"/>.</param>
/// <param name="Code">A code from the app that was just given the secret; null where nobody can type one (a command without a terminal).</param>
public sealed record NewWorker(string Word, string Passphrase, string Totp, string? Code)
{
    public override string ToString() => nameof(NewWorker);
}
