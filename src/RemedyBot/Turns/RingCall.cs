namespace RemedyBot.Turns;

/// <summary>A message that may be sent to a person who does not write, with its address.</summary>
/// <param name="Channel">Where it goes: what fails there fails for all of that channel.</param>
/// <param name="Message">As the channels take it; opaque to turns.</param>
public sealed record RingCall(string Channel, string Message)
{
    public override string ToString() => nameof(RingCall);
}
