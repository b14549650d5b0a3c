using Microsoft.Playwright;

namespace RemedyBot.EndToEnd.Browsers;

/// <summary>One real browser for all scenarios: Debian's Chromium, or the one that REMEDYBOT_CHROMIUM names.</summary>
public sealed class Chromium : IAsyncLifetime
{
    private static readonly string[] Flags =
    [
        "--headless", "--no-sandbox", "--disable-gpu", "--disable-quic", "--no-first-run", "--disable-background-networking",
        "--disable-component-update", "--disable-sync", "--hide-scrollbars",
    ];

    private IPlaywright? playwright;
    private IBrowser? browser;

    public static string Path => Environment.GetEnvironmentVariable("REMEDYBOT_CHROMIUM") ?? "/usr/bin/chromium";

    public IPlaywright Playwright => playwright!;

    public async Task InitializeAsync()
    {
        // A machine that also runs the server is slow at times; a wait that ends early would say nothing about the page.
        Microsoft.Playwright.Assertions.SetDefaultExpectTimeout(45_000);
        playwright = await Microsoft.Playwright.Playwright.CreateAsync();
        browser = await playwright.Chromium.LaunchAsync(new() { ExecutablePath = Path, Args = Flags });
    }

    /// <summary>A fresh context as <paramref name="device"/> describes it, with one empty page.</summary>
    public async Task<IPage> Open(Device device)
    {
        var context = await browser!.NewContextAsync(device.Options());
        context.SetDefaultTimeout(45_000);
        var page = await context.NewPageAsync();
        if (device.Letters is { } size)
        {
            var settings = await context.NewCDPSessionAsync(page);
            await settings.SendAsync("Page.setFontSizes", new() { ["fontSizes"] = new { standard = size, @fixed = size } });
        }

        return page;
    }

    /// <summary>A browser with a profile folder of its own, which can be searched afterwards.</summary>
    public Task<IBrowserContext> OpenProfile(string folder, bool script = true) =>
        playwright!.Chromium.LaunchPersistentContextAsync(folder, new() { ExecutablePath = Path, Args = Flags, JavaScriptEnabled = script, Locale = "en" });

    public async Task DisposeAsync()
    {
        if (browser is not null) await browser.DisposeAsync();
        playwright?.Dispose();
    }
}
