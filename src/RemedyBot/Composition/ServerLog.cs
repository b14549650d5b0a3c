namespace RemedyBot.Composition;

/// <summary>What the server says on its output: one log for the host and for the bot, which is opened before the host is built.</summary>
internal static class ServerLog
{
    /// <summary>Whoever opens it closes it, after the host.</summary>
    public static ILoggerFactory Open(WebApplicationBuilder builder)
    {
        var logs = LoggerFactory.Create(log => log.AddConfiguration(builder.Configuration.GetSection("Logging")).AddSimpleConsole(o => o.SingleLine = true)
            // The host's own lines name paths and queries; its warnings stay.
            .AddFilter("Microsoft", LogLevel.Warning).AddFilter("System", LogLevel.Warning)
            .AddFilter("Microsoft.AspNetCore.Server.Kestrel", LogLevel.Error));
        builder.Services.AddSingleton(logs);
        return logs;
    }
}
