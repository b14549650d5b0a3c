using System.Diagnostics;
using System.Text;

namespace RemedyBot.Tests.Oracles;

/// <summary>A full JSON Schema validator (ajv) that says of each document whether it is valid.</summary>
internal static class JsonSchemaOracle
{
    /// <param name="schema">Path from the repository's root.</param>
    /// <param name="documents">One line of JSON each.</param>
    /// <returns>For each document "valid", or the first error's place and keyword.</returns>
    public static async Task<IReadOnlyList<string>> Judge(string schema, IEnumerable<string> documents)
    {
        var folder = Path.Combine(Repository.Root, "tests", "node");
        if (!Directory.Exists(Path.Combine(folder, "node_modules", "ajv")))
            await Run("npm", folder, "ci --ignore-scripts --no-audit --no-fund", "");
        var said = await Run("node", folder, $"validate.mjs \"{Path.Combine(Repository.Root, schema)}\"", string.Join('\n', documents) + "\n");
        return said.Split('\n', StringSplitOptions.RemoveEmptyEntries);
    }

    private static async Task<string> Run(string program, string folder, string arguments, string input)
    {
        using var process = Process.Start(new ProcessStartInfo(program, arguments)
        {
            WorkingDirectory = folder,
            RedirectStandardInput = true,
            RedirectStandardOutput = true,
            RedirectStandardError = true,
            StandardInputEncoding = new UTF8Encoding(false),
        })!;
        var said = process.StandardOutput.ReadToEndAsync();
        var complained = process.StandardError.ReadToEndAsync();
        await process.StandardInput.WriteAsync(input);
        process.StandardInput.Close();
        await process.WaitForExitAsync();
        Assert.True(process.ExitCode == 0, $"{program} {arguments}: {await complained}");
        return await said;
    }
}
