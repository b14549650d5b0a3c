using RemedyBot.Handoff.Consent;
using RemedyBot.Handoff.Live;
using RemedyBot.Storage.Sealing;
using RemedyBot.Storage.Vault;

namespace RemedyBot.Handoff.Desk;

/// <summary>The whole built-in desk over one vault.</summary>
public sealed class FrontDesk : IDisposable
{
    public FrontDesk(SealedVault vault, DeskFile file, TimeProvider time, IRandomness random, LiveRoom? room = null)
    {
        var keys = SignKeySet.Of(vault.Signing);
        File = file;
        Sessions = new DeskSessions(File, time, random);
        Enrolment = new DeskEnrolment(File, vault.Workers, time);
        SignIn = new DeskSignIn(File, vault.Workers, Sessions, new SignInGate(time), time);
        Cases = new DeskCases(vault.Desk, File, keys, time);
        Room = room ?? new LiveRoom(time);
        Room.Open(Sessions);
        Talks = new DeskTalks(Cases, vault.Desk, Room);
    }

    public DeskFile File { get; }

    public DeskSessions Sessions { get; }

    public DeskEnrolment Enrolment { get; }

    public DeskSignIn SignIn { get; }

    public DeskCases Cases { get; }

    public DeskTalks Talks { get; }

    /// <summary>Who is there for talks.</summary>
    public LiveRoom Room { get; }

    public void Dispose() => Enrolment.Dispose();
}
