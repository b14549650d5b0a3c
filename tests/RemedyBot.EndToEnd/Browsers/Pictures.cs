using Microsoft.Playwright;

namespace RemedyBot.EndToEnd.Browsers;

/// <summary>Pictures for the eye, in <c>artifacts/screenshots</c>.</summary>
internal static class Pictures
{
    private const int Tries = 4;
    private static readonly TimeSpan Pause = TimeSpan.FromMilliseconds(500);

    public static string Folder { get; } = Find();

    public static async Task Take(IPage page, string name)
    {
        for (var left = Tries; ; left--)
        {
            try
            {
                await page.ScreenshotAsync(new() { Path = Path.Combine(Folder, name + ".png") });
                return;
            }
            catch (PlaywrightException busy) when (left > 1 && busy.Message.Contains("Unable to capture", StringComparison.Ordinal))
            {
                // The browser's own compositor, on a machine that does much else; what the page shows is not the matter.
                await Task.Delay(Pause);
            }
        }
    }

    private static string Find()
    {
        var folder = new DirectoryInfo(AppContext.BaseDirectory);
        while (folder is not null && !File.Exists(Path.Combine(folder.FullName, "RemedyBot.sln"))) folder = folder.Parent;
        return Directory.CreateDirectory(Path.Combine(folder!.FullName, "artifacts", "screenshots")).FullName;
    }
}
