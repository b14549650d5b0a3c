using RemedyBot.Remedy.Harms;
using RemedyBot.Remedy.Redaction;
using RemedyBot.Remedy.Routes;

namespace RemedyBot.Tests.Remedy;

/// <summary>The shipped content, found from wherever the tests run.</summary>
internal static class Content
{
    public static string Root { get; } = FindRoot();

    private static readonly Lazy<Taxonomy> lazyTaxonomy = new(() => TaxonomyReader.Read("taxonomy.yaml", Text("dialogs/taxonomy.yaml")));

    public static Taxonomy Taxonomy => lazyTaxonomy.Value;

    private static readonly Lazy<Platforms> lazyPlatforms = new(() => Platforms.Read("platforms.yaml", Text("dialogs/platforms.yaml")));

    public static Platforms Platforms => lazyPlatforms.Value;

    private static readonly Lazy<RouteDirectory> lazyRoutes = new(() => RouteReader.Read(
        new[] { "emergency", "directories", "first-hour" }.Select(n => ($"{n}.yaml", Text($"dialogs/routes/{n}.yaml")))));

    public static RouteDirectory Routes => lazyRoutes.Value;

    private static readonly Lazy<NameLists> lazyNames = new(() => NameLists.Read(
        new[] { "en", "es", "fr", "pt", "ar" }.Select(l => ($"{l}/names.txt", Text($"localization/{l}/names.txt")))));

    public static NameLists Names => lazyNames.Value;

    public static string Path(string relative) => System.IO.Path.Combine(Root, relative);

    public static string Text(string relative) => File.ReadAllText(Path(relative));

    private static string FindRoot()
    {
        for (var at = new DirectoryInfo(AppContext.BaseDirectory); at is not null; at = at.Parent)
            if (File.Exists(System.IO.Path.Combine(at.FullName, "RemedyBot.sln")))
                return at.FullName;
        throw new InvalidOperationException("The tests run outside the repository.");
    }
}
