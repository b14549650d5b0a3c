namespace RemedyBot.Tests;

/// <summary>Where the sources lie, for tests over shipped content.</summary>
internal static class Repository
{
    public static string Root { get; } = Find();

    private static string Find()
    {
        for (var folder = new DirectoryInfo(AppContext.BaseDirectory); folder is not null; folder = folder.Parent)
            if (File.Exists(Path.Combine(folder.FullName, "RemedyBot.sln")))
                return folder.FullName;
        throw new InvalidOperationException("The tests run from inside the repository.");
    }
}
