namespace RemedyBot.Tests.Channels;

/// <summary>A server in this process that apps can call.</summary>
internal interface IReached
{
    Uri Root { get; }

    HttpClient Http { get; }

    MovedClock Clock { get; }
}
