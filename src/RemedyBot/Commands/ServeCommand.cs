using System.CommandLine;
using RemedyBot.Composition;
using RemedyBot.Storage.Vault;

namespace RemedyBot.Commands;

/// <summary>`remedybot serve`: the page, the desk and what watches over them.</summary>
public static class ServeCommand
{
    public static Command Create()
    {
        var urls = new Option<string?>("--urls") { Description = "Where to listen. Loopback unless you say otherwise: http://127.0.0.1:8080" };
        var data = new Option<string?>("--data") { Description = "The only folder that is written to: ./data" };
        var content = new Option<string?>("--content") { Description = "A folder with dialogs and localization of your own, laid over the shipped ones." };
        var config = new Option<string?>("--config") { Description = "A JSON file of settings." };
        var command = new Command("serve", "Serve the page and the desk.\nExample: remedybot serve --urls http://127.0.0.1:8080 --data ./data") { urls, data, content, config };
        command.SetAction((parsed, cancellation) => RunAsync(
            new() { ["urls"] = parsed.GetValue(urls), ["data"] = parsed.GetValue(data), ["content"] = parsed.GetValue(content) },
            parsed.GetValue(config), cancellation));
        return command;
    }

    private static async Task<int> RunAsync(Dictionary<string, string?> flags, string? config, CancellationToken cancellation)
    {
        if (Configured.ReadWithReach(config, flags, out var wrong) is not var (settings, reach))
            return Usage.Say(wrong!);
        if (DataFolder.IsTrace(settings.Data))
            return Usage.Say("data names a trace folder of `chat --trace`, whose keys can be guessed. Choose another folder.");
        if (UsableContent.Open(new ContentFolder(settings.Content)) is not { } content)
            return Usage.Findings;
        using var hold = await FolderHold.TakeAsync(settings.Data, TimeProvider.System, cancellation);
        if (hold is null)
        {
            Console.Error.WriteLine(FolderHold.Taken);
            return Usage.Findings;
        }
        if (settings.DeskPassphraseFile is { } passphrase && await DeskCommand.SetUpOnceAsync(settings, passphrase, cancellation) is not Usage.Well and var failed)
            return failed;
        return await Server.RunAsync(settings, content, reach, cancellation);
    }
}
