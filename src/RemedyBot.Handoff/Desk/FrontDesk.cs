using RemedyBot.Handoff.Consent;
using RemedyBot.Storage.Sealing;
using RemedyBot.Storage.Vault;

namespace RemedyBot.Handoff.Desk;

/// <summary>The whole built-in desk over one vault.</summary>
public sealed class FrontDesk : IDisposable
{
    public FrontDesk(SealedVault vault, DeskFile file, TimeProvider time, IRandomness random)
    {
        var keys = SignKeySet.Of(vault.Signing);
        File = file;
        Sessions = new DeskSessions(File, time, random);
        Enrolment = new DeskEnrolment(File, vault.Workers, time);
        SignIn = new DeskSignIn(File, vault.Workers, Sessions, new SignInGate(time), time);
        Cases = new DeskCases(vault.Desk, File, keys, time);
    }

    public DeskFile File { get; }

    public DeskSessions Sessions { get; }

    public DeskEnrolment Enrolment { get; }

    public DeskSignIn SignIn { get; }

    public DeskCases Cases { get; }

    public void Dispose() => Enrolment.Dispose();
}
