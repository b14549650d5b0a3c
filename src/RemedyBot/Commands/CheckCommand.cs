using System.CommandLine;
using System.Text.Encodings.Web;
using System.Text.Json;
using System.Text.Json.Nodes;
using RemedyBot.Composition;
using RemedyBot.Localization.Checks;

namespace RemedyBot.Commands;

/// <summary>`remedybot check`: every mistake in dialogs, catalogs and settings, with file, line and what to do.</summary>
public static class CheckCommand
{
    private static readonly JsonSerializerOptions Readable = new() { WriteIndented = true, Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping };

    public static Command Create()
    {
        var content = new Option<string?>("--content") { Description = "A folder with dialogs and localization of your own, laid over the shipped ones." };
        var config = new Option<string?>("--config") { Description = "A JSON file of settings to check too." };
        var json = new Option<bool>("--json") { Description = "Findings as JSON." };
        var sarif = new Option<bool>("--sarif") { Description = "Findings as SARIF 2.1.0." };
        var command = new Command("check", "Check dialogs, catalogs and settings.\nExample: remedybot check --content ./our-content") { content, config, json, sarif };
        command.SetAction(parsed => Run(parsed.GetValue(content), parsed.GetValue(config), parsed.GetValue(json), parsed.GetValue(sarif)));
        return command;
    }

    private static int Run(string? overlay, string? config, bool json, bool sarif)
    {
        if (json && sarif)
            return Usage.Say("Choose one of --json and --sarif.");
        if (overlay is not null && !Directory.Exists(overlay))
            return Usage.Say("--content names no folder.");
        if (config is not null && !File.Exists(config))
            return Usage.Say("--config names a file that is not there.");
        var folder = new ContentFolder(overlay);
        var problems = new List<string>();
        var (settings, reach) = Read(config, problems);
        var findings = ContentCheck.Run(folder, problems, cards => HelpDirectory.Of(cards, settings, reach), new SettingPlaces(config, Environment.GetEnvironmentVariables()).Of);
        Console.Out.WriteLine(json ? Json(findings) : sarif ? Sarif(findings) : Plain(findings));
        return ContentCheck.Blocks(findings, folder) ? Usage.Findings : Usage.Well;
    }

    private static (Settings Settings, Reach Reach) Read(string? config, List<string> problems)
    {
        try
        {
            var builder = new ConfigurationBuilder();
            if (config is not null)
                builder.AddJsonFile(Path.GetFullPath(config));
            var read = builder.AddEnvironmentVariables(SettingPlaces.Variables).Build();
            return (Settings.Read(read, problems), new(read));
        }
        catch (InvalidDataException)
        {
            problems.Add("The settings file holds no JSON that can be read. Look for a missing comma or quote.");
            return (new(), Reach.None);
        }
    }

    private static string Plain(IReadOnlyList<Finding> findings) => string.Join('\n',
    [
        .. findings.Select(f => $"{f.File}:{f.Line}: {Level(f)} {f.Id}{(f.Key is null ? "" : $" {f.Key}")}: {f.Message}"),
        $"{findings.Count(f => f.Severity == Severity.Error)} errors, {findings.Count(f => f.Severity == Severity.Warning)} warnings",
    ]);

    private static string Json(IReadOnlyList<Finding> findings) => new JsonArray([.. findings.Select(f => new JsonObject
    {
        ["id"] = f.Id,
        ["severity"] = Level(f),
        ["file"] = f.File,
        ["line"] = f.Line,
        ["message"] = f.Message,
        ["key"] = f.Key,
        ["language"] = f.Language,
    })]).ToJsonString(Readable);

    private static string Sarif(IReadOnlyList<Finding> findings) => new JsonObject
    {
        ["$schema"] = "https://json.schemastore.org/sarif-2.1.0.json",
        ["version"] = "2.1.0",
        ["runs"] = new JsonArray(new JsonObject
        {
            ["tool"] = new JsonObject { ["driver"] = new JsonObject { ["name"] = "remedybot check" } },
            ["results"] = new JsonArray([.. findings.Select(f => new JsonObject
            {
                ["ruleId"] = f.Id,
                ["level"] = Level(f),
                ["message"] = new JsonObject { ["text"] = f.Message },
                ["locations"] = new JsonArray(new JsonObject
                {
                    ["physicalLocation"] = new JsonObject
                    {
                        ["artifactLocation"] = new JsonObject { ["uri"] = f.File },
                        ["region"] = new JsonObject { ["startLine"] = Math.Max(1, f.Line) },
                    },
                }),
            })]),
        }),
    }.ToJsonString(Readable);

    private static string Level(Finding finding) => finding.Severity == Severity.Error ? "error" : "warning";
}
