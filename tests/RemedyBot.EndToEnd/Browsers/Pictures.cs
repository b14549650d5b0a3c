using Microsoft.Playwright;

namespace RemedyBot.EndToEnd.Browsers;

/// <summary>Pictures for the eye, in <c>artifacts/screenshots</c>.</summary>
internal static class Pictures
{
    public static string Folder { get; } = Find();

    public static Task Take(IPage page, string name) =>
        page.ScreenshotAsync(new() { Path = Path.Combine(Folder, name + ".png") });

    private static string Find()
    {
        var folder = new DirectoryInfo(AppContext.BaseDirectory);
        while (folder is not null && !File.Exists(Path.Combine(folder.FullName, "RemedyBot.sln"))) folder = folder.Parent;
        return Directory.CreateDirectory(Path.Combine(folder!.FullName, "artifacts", "screenshots")).FullName;
    }
}
