using RemedyBot.Remedy.Harms;
using RemedyBot.Remedy.Redaction;
using RemedyBot.Remedy.Routes;

namespace RemedyBot.Composition;

/// <summary>The domain's data: harms, platforms, routes, words that betray a name.</summary>
public sealed record Domain(Taxonomy Taxonomy, Platforms Platforms, RouteDirectory Routes, Finder Finder)
{
    /// <summary>The catalog key, below `fields/`, that names a field of the summary.</summary>
    public static string LabelOf(string field) => field;

    public static Domain Read(ContentFolder folder) => new(
        TaxonomyReader.Read("dialogs/taxonomy.yaml", folder.Text("dialogs/taxonomy.yaml")),
        Platforms.Read("dialogs/platforms.yaml", folder.Text("dialogs/platforms.yaml")),
        RouteReader.Read(folder.Files("dialogs/routes/", ".yaml").Where(f => !f.Path.EndsWith("-facts.yaml", StringComparison.Ordinal)).Select(f => (f.Path, f.Content))),
        new Finder(NameLists.Read(folder.Files("localization/", "/names.txt").Select(f => (f.Path, f.Content)))));
}
