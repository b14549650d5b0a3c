using RemedyBot.Channels.Activities;

namespace RemedyBot.Channels.Apps;

/// <summary>The way out to one channel: the Connector has one, each messaging app another. None of it throws but for a cancellation.</summary>
public interface IAppSender
{
    /// <summary>Sends one message of the bot.</summary>
    Task<Sending> SendAsync(Activity message, Parcel parcel, CancellationToken cancellation);

    /// <summary>It may take a message and say later that it did not bring it.</summary>
    bool FailsLate => false;

    /// <summary>Takes messages back, by the ids that the channel gave them. What it takes back no more is passed over: that is <see cref="SendResult.Sent"/> too. Anything but that and a refusal is tried again.</summary>
    Task<Sending> TakeBackAsync(IReadOnlyList<string> ids, Parcel parcel, CancellationToken cancellation);
}
