namespace RemedyBot.Channels.Apps;

/// <summary>Replies that wait in the outbox to be pushed.</summary>
/// <param name="Id">The outbox entry.</param>
public sealed record Pushed(long Id, Parcel Parcel)
{
    public override string ToString() => nameof(Pushed);
}
