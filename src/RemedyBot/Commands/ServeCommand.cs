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
        if (config is not null && !File.Exists(config))
            return Usage.Say("--config names a file that is not there.");
        IConfigurationRoot configuration;
        try
        {
            var builder = new ConfigurationBuilder();
            if (config is not null)
                builder.AddJsonFile(Path.GetFullPath(config));
            configuration = builder.AddEnvironmentVariables("REMEDYBOT__")
                .AddInMemoryCollection(flags.Where(f => f.Value is not null)).Build();
        }
        catch (InvalidDataException)
        {
            return Usage.Say("--config holds no JSON that can be read. Look for a missing comma or quote.");
        }
        var problems = new List<string>();
        var settings = Settings.Read(configuration, problems);
        if (DataFolder.IsTrace(settings.Data))
            problems.Add("data names a trace folder of `chat --trace`, whose keys can be guessed. Choose another folder.");
        if (problems.Count > 0)
            return Usage.Say(string.Join('\n', problems));
        if (LoadedContent.Open(new ContentFolder(settings.Content), out var problem) is not { } content)
        {
            Console.Error.WriteLine(problem);
            return Usage.Findings;
        }
        if (settings.DeskPassphraseFile is { } passphrase && await DeskCommand.SetUpOnceAsync(settings.Data, passphrase, cancellation) is not Usage.Well and var failed)
            return failed;
        return await Server.RunAsync(settings, content, cancellation);
    }
}
