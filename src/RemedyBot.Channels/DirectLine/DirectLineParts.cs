using Microsoft.AspNetCore.Http;
using RemedyBot.Channels.Turns;

namespace RemedyBot.Channels.DirectLine;

/// <summary>What Direct Line is given by the program.</summary>
/// <param name="Turn">The one door into the bot.</param>
/// <param name="History">Turns of the past.</param>
/// <param name="Bearers">Tokens.</param>
public sealed record DirectLineParts(ActivityTurn Turn, ActivityHistory History, IBearers Bearers, TimeProvider Time)
{
    /// <summary>Where people reach this server, if the operator said so; it also ends the trust in loopback.</summary>
    public Uri? PublicUrl { get; init; }

    public Sites Sites { get; init; } = new([]);

    /// <summary>What was said last where a conversation ended; whoever moves or erases one elsewhere has it forgotten here.</summary>
    public EndedConversations Ended { get; init; } = new(Time);

    public TimeSpan TokenLife { get; init; } = TimeSpan.FromHours(1);

    /// <summary>How long a socket's other side may give no sign of life.</summary>
    public TimeSpan Silence { get; init; } = TimeSpan.FromSeconds(60);

    /// <summary>The queue that a request for codes waits in: an HMAC of the address's prefix, never the address.</summary>
    public Func<HttpContext, string> Bucket { get; init; } = _ => "";
}
