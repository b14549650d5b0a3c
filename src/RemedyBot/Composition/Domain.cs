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

    private const string Event = "/timeline/-/when#";

    public static Domain Read(ContentFolder folder) => new(
        TaxonomyReader.Read("dialogs/taxonomy.yaml", folder.Text("dialogs/taxonomy.yaml")),
        Platforms.Read("dialogs/platforms.yaml", folder.Text("dialogs/platforms.yaml")),
        RouteReader.Read(folder.Files("dialogs/routes/", ".yaml").Where(f => !f.Path.EndsWith("-facts.yaml", StringComparison.Ordinal)).Select(f => (f.Path, f.Content))),
        new Finder(NameLists.Read(folder.Files("localization/", "/names.txt").Select(f => (f.Path, f.Content)))))
    {
        Cards = CardsReader.Read(HelpDirectory.Path, folder.Text(HelpDirectory.Path)),
        Talk = CardsReader.Talk(HelpDirectory.Path, folder.Text(HelpDirectory.Path)),
    };
}
