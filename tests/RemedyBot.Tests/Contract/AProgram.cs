using System.Diagnostics;
using System.Text;
using System.Text.Json;

namespace RemedyBot.Tests.Contract;

/// <summary>`remedybot` as a process of its own.</summary>
internal static class AProgram
{
    public sealed record Result(int Exit, byte[] Output, string Errors)
    {
        public JsonElement[] Lines => [.. Encoding.UTF8.GetString(Output).Split('\n', StringSplitOptions.RemoveEmptyEntries).Select(l => JsonDocument.Parse(l).RootElement.Clone())];
    }

    public static Task<Result> Chat(string input, params string[] arguments) => Run(Encoding.UTF8.GetBytes(input), ["chat", "--json", .. arguments]);

    public static async Task<Result> Run(byte[] input, params string[] arguments)
    {
        var start = new ProcessStartInfo(Environment.GetEnvironmentVariable("DOTNET_HOST_PATH") ?? "dotnet", [Path.Combine(AppContext.BaseDirectory, "remedybot.dll"), .. arguments])
        {
            RedirectStandardInput = true,
            RedirectStandardOutput = true,
            RedirectStandardError = true,
        };
        using var process = Process.Start(start)!;
        using var output = new MemoryStream();
        var reading = process.StandardOutput.BaseStream.CopyToAsync(output);
        var errors = process.StandardError.ReadToEndAsync();
        try
        {
            await process.StandardInput.BaseStream.WriteAsync(input);
            process.StandardInput.Close();
        }
        catch (IOException)
        {
            // It ended before it read its input: wrong usage.
        }
        await reading;
        await process.WaitForExitAsync();
        return new(process.ExitCode, output.ToArray(), await errors);
    }
}
