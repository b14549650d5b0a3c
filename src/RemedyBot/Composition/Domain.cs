using RemedyBot.Remedy.Harms;
using RemedyBot.Remedy.Recipients;
using RemedyBot.Remedy.Redaction;
using RemedyBot.Remedy.Routes;

namespace RemedyBot.Composition;

/// <summary>The domain's data: harms, platforms, routes, words that betray a name.</summary>
public sealed record Domain(Taxonomy Taxonomy, Platforms Platforms, RouteDirectory Routes, Finder Finder)
{
    /// <summary>Recipients' cards as they stand in the file, offered or not.</summary>
    public IReadOnlyList<WrittenCard> Cards { get; init; } = [];

    /// <summary>The talk with a person that the desk offers; null where it offers none.</summary>
    public TalkOffer? Talk { get; init; }

    /// <summary>The catalog key that names a field of the summary, where it has a name.</summary>
    /// <param name="field">JSON Pointer, with `-` and `#which`.</param>
    public static string LabelOf(string field) => field switch
    {
        "/harms" => "fields/harms.leaf",
        "/statement/original" => "fields/statement.original.text",
        "/contact/safe_times" => "fields/contact.safe_times.words",
        _ when field.StartsWith(Event, StringComparison.Ordinal) => "fields/event." + field[Event.Length..],
        _ => "fields/" + field[1..].Replace("/-", "", StringComparison.Ordinal).Replace('/', '.'),
    };

    private const string RoutesPath = "dialogs/routes/";
    private const string Event = "/timeline/-/when#";

    /// <exception cref="Remedy.Content.ContentException">A file cannot be used.</exception>
    public static Domain Read(ContentFolder folder) => new(
        One(folder, "dialogs/taxonomy.yaml", TaxonomyReader.Read),
        One(folder, "dialogs/platforms.yaml", Platforms.Read),
        ContentFolder.From(RoutesPath, () => RouteReader.Read(folder.Files(RoutesPath, ".yaml").Where(f => !f.Path.EndsWith("-facts.yaml", StringComparison.Ordinal)).Select(f => (f.Path, f.Content)))),
        new Finder(ContentFolder.From("names.txt", () => NameLists.Read(folder.Files("localization/", "/names.txt").Select(f => (f.Path, f.Content))))))
    {
        Cards = One(folder, HelpDirectory.Path, CardsReader.Read),
        Talk = One(folder, HelpDirectory.Path, CardsReader.Talk),
    };

    private static T One<T>(ContentFolder folder, string path, Func<string, string, T> read) => ContentFolder.From(path, () => read(path, folder.Text(path)));
}
