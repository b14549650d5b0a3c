using System.CommandLine;
using System.Text.Json.Nodes;
using Microsoft.Extensions.Logging.Abstractions;
using RemedyBot.Channels.Apps;
using RemedyBot.Channels.Connector;
using RemedyBot.Channels.Turns;
using RemedyBot.Composition;

namespace RemedyBot.Commands;

/// <summary>`remedybot channels`: the messaging apps that this server speaks to.</summary>
public static class ChannelsCommand
{
    public static Command Create() => new("channels", "See whether the messaging apps of the settings work.") { Test() };

    private static Command Test()
    {
        var name = new Argument<string?>("NAME") { Description = "One channel, such as telegram or connector; without it, all that are set up.", Arity = ArgumentArity.ZeroOrOne };
        var content = new Option<string?>("--content") { Description = "A folder with dialogs and localization of your own; without it, the setting `content`." };
        var config = Configured.Config();
        var json = new Option<bool>("--json") { Description = "One JSON object a line on standard output." };
        var command = new Command("test", "Say step by step what works: the settings, the access, the way in. Sends nobody a message and changes nothing.\nExample: remedybot channels test telegram --config remedybot.json") { name, content, config, json };
        command.SetAction(async (parsed, cancellation) =>
        {
            if (Configured.Read(parsed.GetValue(config), new() { ["content"] = parsed.GetValue(content) }, out var wrong) is not { } settings)
                return Usage.Say(wrong!);
            if (UsableContent.Open(new ContentFolder(settings.Content)) is not { } loaded)
                return Usage.Findings;
            var chosen = (settings.Channels ?? []).Where(c => parsed.GetValue(name) is not { } only || c.Name == only).ToList();
            var connector = (settings.ConnectorAppId is not null || settings.ConnectorInsecureLoopback) && (parsed.GetValue(name) ?? ConnectorChecks.Name) == ConnectorChecks.Name;
            if (chosen.Count == 0 && !connector)
                return Usage.Say(parsed.GetValue(name) is null ? "No channel is set up. The settings begin with `channels:telegram:token`." : "This channel is not set up.");
            using var http = MessagingApps.Outward();
            var parts = MessagingApps.Parts(settings, loaded, NobodySpeaks, new Nothing(), http, TimeProvider.System, NullLogger.Instance);
            var well = true;
            foreach (var channel in chosen)
                well &= await RunAsync(channel.Name, AppAdapters.Open(channel, parts).CheckAsync(cancellation), parsed.GetValue(json));
            if (connector)
                well &= await RunAsync(ConnectorChecks.Name, ConnectorChecks.RunAsync(settings.ConnectorAppId is null ? null : MessagingApps.ConnectorOptions(settings), http, TimeProvider.System, cancellation), parsed.GetValue(json));
            return well ? Usage.Well : Usage.Findings;
        });
        return command;
    }

    private static async Task<bool> RunAsync(string channel, IAsyncEnumerable<AppCheck> checks, bool json)
    {
        await foreach (var check in checks)
        {
            Console.Out.WriteLine(json ? Json(channel, check) : Line(channel, check));
            // What comes after it depends on it.
            if (check.Problem is not null)
                return false;
        }
        return true;
    }

    private static string Line(string channel, AppCheck check) =>
        $"{channel} {check.Step}: {check.Problem ?? "ok"}{(check.Detail is { } detail ? $" ({detail})" : "")}";

    private static string Json(string channel, AppCheck check) => new JsonObject
    {
        ["channel"] = channel,
        ["step"] = check.Step,
        ["ok"] = check.Problem is null,
        ["problem"] = check.Problem,
        ["detail"] = check.Detail,
    }.ToJsonString();

    /// <summary>No door is opened for a test, so nothing comes in.</summary>
    private static Task<ActivityReply> NobodySpeaks(Channels.Activities.Activity activity, Passage passage, CancellationToken cancellation) =>
        Task.FromResult(new ActivityReply(ReplyStatus.Closed, 0, []));

    private sealed class Nothing : IPushes
    {
        public Task<IReadOnlyList<(long Id, Parcel Parcel)>> ListAsync(CancellationToken cancellation) => Task.FromResult<IReadOnlyList<(long, Parcel)>>([]);

        public Task<long> AddAsync(Parcel parcel, CancellationToken cancellation) => Task.FromResult(0L);

        public Task<bool> ChangeAsync(long id, Parcel parcel, CancellationToken cancellation) => Task.FromResult(false);

        public Task RemoveAsync(long id, CancellationToken cancellation) => Task.CompletedTask;
    }
}
