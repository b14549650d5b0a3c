using System.Text.RegularExpressions;

namespace RemedyBot.Tests.Architecture;

public sealed partial class PageTests
{
    [Fact]
    public void Every_link_between_pages_leads_somewhere() =>
        Assert.Empty(SourceFile.Under("", ".md").SelectMany(page => Link().Matches(page.Text)
            .Select(m => m.Groups[1].Value.Split('#')[0])
            .Where(target => target.Length > 0 && !target.Contains(':', StringComparison.Ordinal))
            .Where(target => !Exists(Path.Combine(Repository.Root, Path.GetDirectoryName(page.Path)!, target)))
            .Select(target => $"{page.Path}: {target}")));

    [Fact]
    public void Every_file_that_a_page_names_exists() =>
        Assert.Empty(SourceFile.Under("", ".md").SelectMany(page => Named().Matches(page.Text)
            .Select(m => m.Groups[1].Value.TrimEnd('/')).Distinct()
            .Where(target => !Example().IsMatch(target) && !Exists(Path.Combine(Repository.Root, target)))
            .Select(target => $"{page.Path}: {target}")));

    [Fact]
    public void Every_test_class_that_the_security_page_names_exists()
    {
        var classes = SourceFile.Under("tests", ".cs").Select(f => Path.GetFileNameWithoutExtension(f.Path)).ToHashSet(StringComparer.Ordinal);
        var named = TestClass().Matches(File.ReadAllText(Path.Combine(Repository.Root, "SECURITY.md"))).Select(m => m.Groups[1].Value).Distinct().ToList();
        Assert.True(named.Count > 12);
        Assert.DoesNotContain(named, n => !classes.Contains(n));
    }

    private static bool Exists(string path) => File.Exists(path) || Directory.Exists(path);

    [GeneratedRegex(@"\]\(([^)\s]+)\)")]
    private static partial Regex Link();

    /// <summary>A path from the root in backticks, without placeholders.</summary>
    [GeneratedRegex(@"`((?:src|tests|dialogs|localization)/[A-Za-z0-9_./-]+)`")]
    private static partial Regex Named();

    [GeneratedRegex(@"\b(NAME|LANG|xx|sample)\b")]
    private static partial Regex Example();

    [GeneratedRegex(@"`(\w+Tests|When_\w+)`")]
    private static partial Regex TestClass();
}
