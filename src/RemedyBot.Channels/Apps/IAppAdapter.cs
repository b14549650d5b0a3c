using Microsoft.AspNetCore.Routing;

namespace RemedyBot.Channels.Apps;

/// <summary>A messaging app that is spoken to without anybody in the middle.</summary>
public interface IAppAdapter : IAppSender
{
    /// <summary>Its name in the settings and in `dialogs/channels.yaml`: telegram, whatsapp, signal, sms.</summary>
    string Name { get; }

    /// <summary>Opens the door for an app that calls us; does nothing for one that is asked.</summary>
    void Map(IEndpointRouteBuilder routes, AppDoor door);

    /// <summary>Works until stopped: registers at the app, or asks it for what has come. Returns at once where nothing is to be done.</summary>
    Task RunAsync(AppDoor door, CancellationToken stopping);

    /// <summary>What works, step by step, from the settings outwards; ends with the first that does not. For `remedybot channels test`.</summary>
    IAsyncEnumerable<AppCheck> CheckAsync(CancellationToken cancellation);
}
