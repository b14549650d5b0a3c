using System.Diagnostics;
using System.Text;

namespace RemedyBot.Tests.Oracles;

/// <summary>Programs that stand on the other side of a test.</summary>
internal static class Programs
{
    /// <summary>Runs a script of <c>tests/node</c>, after installing what it needs where that is not there yet; what it said.</summary>
    /// <param name="needs">The npm package it stands on.</param>
    internal static async Task<string> NodeAsync(string needs, IReadOnlyList<string> arguments, string input)
    {
        var folder = Path.Combine(Repository.Root, "tests", "node");
        if (!Directory.Exists(Path.Combine(folder, "node_modules", needs)))
            await MustAsync("npm", folder, ["ci", "--ignore-scripts", "--no-audit", "--no-fund"], "");
        return await MustAsync("node", folder, arguments, input);
    }

    internal static async Task<(int Status, string Said, string Complained)> RunAsync(string program, string folder, IReadOnlyList<string> arguments, string input)
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

    private static async Task<string> MustAsync(string program, string folder, IReadOnlyList<string> arguments, string input)
    {
        var (status, said, complained) = await RunAsync(program, folder, arguments, input);
        Assert.True(status == 0, $"{program} {string.Join(' ', arguments)}: {complained}");
        return said;
    }
}
