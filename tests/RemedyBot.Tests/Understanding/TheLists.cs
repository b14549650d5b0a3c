using RemedyBot.Understanding.Lists;
using RemedyBot.Understanding.Signals;

namespace RemedyBot.Tests.Understanding;

/// <summary>The shipped style files, read once.</summary>
internal static class TheLists
{
    public static IReadOnlyList<string> Languages { get; } = ["en", "es", "fr", "pt", "ar"];

    public static IReadOnlyDictionary<string, WordLists> Shipped { get; } =
        Languages.ToDictionary(language => language, language => WordListReader.Read(language, File.ReadAllText(Path.Combine(Folder(), language + ".yaml"))));

    public static SignalFinder Finder { get; } = SignalFinder.From(Shipped.Values);

    public static SignalFinder Of(string yaml) => SignalFinder.From([WordListReader.Read("en", yaml)]);

    private static string Folder()
    {
        for (var folder = new DirectoryInfo(AppContext.BaseDirectory); folder is not null; folder = folder.Parent)
        {
            var style = Path.Combine(folder.FullName, "localization", "style");
            if (File.Exists(Path.Combine(folder.FullName, "RemedyBot.sln")) && Directory.Exists(style))
                return style;
        }

        throw new DirectoryNotFoundException("localization/style");
    }
}
