using System.CommandLine;
using RemedyBot.Composition;

namespace RemedyBot.Commands;

/// <summary>Settings as every command that works on a server's folder reads them: file, then environment, then options.</summary>
internal static class Configured
{
    public static Option<string?> Data() => new("--data") { Description = $"The data folder of the server; without it, the setting `data`, else ./{new Settings().Data}" };

    public static Option<string?> Config() => new("--config") { Description = "The JSON file of settings that `serve` is started with." };

    /// <param name="problem">Sentences that say what is wrong, where the result is null.</param>
    public static Settings? Read(string? config, Dictionary<string, string?> options, out string? problem)
    {
        return ReadWithReach(config, options, out problem)?.Settings;
    }

    /// <summary>The same settings, with how recipients are reached.</summary>
    public static (Settings Settings, Reach Reach)? ReadWithReach(string? config, Dictionary<string, string?> options, out string? problem)
    {
        var problems = new List<string>();
        var built = Build(config, options, problems);
        var settings = built is null ? null : Settings.Read(built, problems);
        if (built is not null)
            problems.AddRange(new Reach(built).Problems());
        foreach (var unknown in built is null ? [] : UnknownSettings.In(built))
            Console.Error.WriteLine(unknown);
        problem = problems.Count > 0 ? string.Join('\n', problems) : null;
        return problems.Count > 0 || settings is null ? null : (settings, new(built!));
    }

    private static IConfigurationRoot? Build(string? config, Dictionary<string, string?> options, List<string> problems)
    {
        if (config is not null && !File.Exists(config))
        {
            problems.Add("--config names a file that is not there.");
            return null;
        }

        try
        {
            var builder = new ConfigurationBuilder();
            if (config is not null)
                builder.AddJsonFile(Path.GetFullPath(config));
            return builder.AddEnvironmentVariables(SettingPlaces.Variables).AddInMemoryCollection(options.Where(o => o.Value is not null)).Build();
        }
        catch (InvalidDataException)
        {
            problems.Add("--config holds no JSON that can be read. Look for a missing comma or quote.");
            return null;
        }
    }
}
