using System.Diagnostics;
using System.Text;
using System.Text.Json;
using System.Text.Json.Nodes;

namespace RemedyBot.Tests.Handoff;

/// <summary>Programs that stand on the other side: npm's jose, and our own built program.</summary>
internal static class OtherSide
{
    internal static async Task<JsonNode> JoseAsync(object task)
    {
        var folder = Path.Combine(Repository.Root, "tests", "node");
        if (!Directory.Exists(Path.Combine(folder, "node_modules", "jose")))
            Assert.Equal(0, (await RunAsync("npm", folder, ["ci", "--ignore-scripts", "--no-audit", "--no-fund"], "")).Status);
        var (status, said, complained) = await RunAsync("node", folder, ["jose.mjs"], JsonSerializer.Serialize(task) + "\n");
        Assert.True(status == 0, complained);
        return JsonNode.Parse(said)!;
    }

    internal static Task<(int Status, string Said, string Complained)> RemedyBotAsync(string input, params string[] arguments) =>
        RunAsync("dotnet", AppContext.BaseDirectory, [Path.Combine(AppContext.BaseDirectory, "remedybot.dll"), .. arguments], input);

    private static async Task<(int Status, string Said, string Complained)> RunAsync(string program, string folder, string[] arguments, string input)
    {
        using var process = Process.Start(new ProcessStartInfo(program, arguments)
        {
            WorkingDirectory = folder,
            RedirectStandardInput = true,
            RedirectStandardOutput = true,
            RedirectStandardError = true,
            StandardInputEncoding = new UTF8Encoding(false),
            StandardOutputEncoding = new UTF8Encoding(false),
        })!;
        var said = process.StandardOutput.ReadToEndAsync();
        var complained = process.StandardError.ReadToEndAsync();
        await process.StandardInput.WriteAsync(input);
        process.StandardInput.Close();
        await process.WaitForExitAsync();
        return (process.ExitCode, await said, await complained);
    }
}
