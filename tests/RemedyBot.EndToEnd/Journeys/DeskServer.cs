using System.Diagnostics;
using System.Text.Json;
using Microsoft.Playwright;
using OtpNet;
using RemedyBot.EndToEnd.Browsers;

namespace RemedyBot.EndToEnd.Journeys;

/// <summary>One server with a desk for all journeys, started by the first that needs it, and the helpline's worker who is signed in there.</summary>
public sealed class DeskServer : IAsyncLifetime
{
    private const string Passphrase = "five quiet words of mine";

    private readonly string folder = Directory.CreateTempSubdirectory("remedybot-desk-").FullName;
    private string? secret;
    private ServerProcess? server;
    private IPage? worker;

    public Uri Root => server!.Root;

    public async Task Open()
    {
        if (server is not null) return;
        secret = await SetUp();
        server = await ServerProcess.Start(Path.Combine(folder, "data"));
    }

    /// <summary>The worker's page. A code of the authenticator works once, so there is one sign-in for all.</summary>
    internal async Task<IPage> Worker(Chromium chromium)
    {
        if (worker is not null) return worker;
        var page = await chromium.Open(Device.Desktop);
        await page.GotoAsync(Root + "desk");
        await Look.At(page, "desk-desktop-1-sign-in");
        await page.FillAsync("[name=word]", "heron");
        await page.FillAsync("[name=passphrase]", Passphrase);
        await page.FillAsync("[name=code]", new Totp(Base32Encoding.ToBytes(secret)).ComputeTotp());
        await page.ClickAsync("main button");
        await Assertions.Expect(page).ToHaveURLAsync(Root + "desk");
        return worker = page;
    }

    private async Task<string> SetUp()
    {
        var file = Path.Combine(folder, "passphrase");
        await File.WriteAllTextAsync(file, Passphrase);
        var start = new ProcessStartInfo(Environment.GetEnvironmentVariable("DOTNET_HOST_PATH") ?? "dotnet") { RedirectStandardOutput = true, RedirectStandardError = true };
        foreach (var word in new[] { Path.Combine(AppContext.BaseDirectory, "remedybot.dll"), "desk", "init", "--data", Path.Combine(folder, "data"), "--word", "heron", "--passphrase-file", file, "--json" })
            start.ArgumentList.Add(word);
        using var process = Process.Start(start)!;
        var said = await process.StandardOutput.ReadToEndAsync();
        await process.WaitForExitAsync();
        Assert.True(process.ExitCode == 0, await process.StandardError.ReadToEndAsync());
        using var printed = JsonDocument.Parse(said);
        return printed.RootElement.GetProperty("secret").GetString()!;
    }

    public Task InitializeAsync() => Task.CompletedTask;

    public async Task DisposeAsync()
    {
        if (server is not null) await server.DisposeAsync();
        Directory.Delete(folder, recursive: true);
    }
}
