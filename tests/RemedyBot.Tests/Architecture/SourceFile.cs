namespace RemedyBot.Tests.Architecture;

/// <summary>One file of the repository, as the tests on its shape see it.</summary>
/// <param name="Path">From the repository's root, with slashes.</param>
internal sealed record SourceFile(string Path, string Text)
{
    private static readonly string[] Passed = ["artifacts", "node_modules", ".git", "bin", "obj", "data"];

    public string[] Parts => Path.Split('/');

    /// <summary>`RemedyBot.Storage` of `src/RemedyBot.Storage/Vault/SealedVault.cs`.</summary>
    public string Project => Parts[1];

    public IEnumerable<string> Lines => Text.Split('\n');

    /// <summary>Files with one of these endings under a folder of the repository; all of it for an empty one.</summary>
    public static IEnumerable<SourceFile> Under(string folder, params string[] endings) =>
        Walk(new DirectoryInfo(System.IO.Path.Combine(Repository.Root, folder)))
            .Where(f => endings.Any(e => f.Name.EndsWith(e, StringComparison.Ordinal)))
            .Select(f => new SourceFile(System.IO.Path.GetRelativePath(Repository.Root, f.FullName).Replace('\\', '/'), File.ReadAllText(f.FullName)))
            .OrderBy(f => f.Path, StringComparer.Ordinal);

    /// <summary>All C# of the program and its tests.</summary>
    public static IEnumerable<SourceFile> Code() => Under("src", ".cs").Concat(Under("tests", ".cs"));

    private static IEnumerable<FileInfo> Walk(DirectoryInfo folder) =>
        folder.EnumerateFiles().Concat(folder.EnumerateDirectories().Where(d => !Passed.Contains(d.Name, StringComparer.Ordinal)).SelectMany(Walk));
}
