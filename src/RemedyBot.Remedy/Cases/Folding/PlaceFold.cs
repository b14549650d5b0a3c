using System.Globalization;
using System.Text.Json.Nodes;
using RemedyBot.Dialogs.Turns;
using RemedyBot.Remedy.Harms;

namespace RemedyBot.Remedy.Cases.Folding;

/// <summary>Brings platforms, links and accounts together: a link belongs to the platform whose host it names, whichever of them was asked for. Links stay as typed.</summary>
internal static class PlaceFold
{
    public static void Apply(JsonObject draft, IEnumerable<Answer> latest, Platforms platforms)
    {
        var places = new List<JsonObject>();
        var rest = new List<(FieldPath Path, Answer Answer)>();
        foreach (var answer in latest)
        {
            var path = FieldPath.Parse(answer.Field!);
            if (path.List != "locations" || path.Rest.Count != 1)
                continue;
            if (path.Rest[0] is "platform_id" or "url")
                foreach (var value in answer.Values.Where(v => v.Trim().Length > 0))
                    Add(places, KindOf(path.Rest[0], value.Trim(), platforms), value, platforms);
            else
                rest.Add((path, answer));
        }
        foreach (var (path, answer) in rest)
            Spread(places, path, answer.Values[0]);
        if (places.Count == 0)
            return;
        for (var i = 0; i < places.Count; i++)
            places[i]["id"] = "loc" + (i + 1).ToString(CultureInfo.InvariantCulture);
        draft["locations"] = new JsonArray([.. places.Take(200)]);
    }

    /// <summary>What was given, whatever was asked for. Where an address is asked for, a word that can be none is what a profile is called.</summary>
    private static string KindOf(string asked, string value, Platforms platforms) => asked == "url"
        ? WebLink.HostOf(value) is null && !value.Any(char.IsWhiteSpace) || IsHandle(value) ? "handle" : asked
        : IsHandle(value) ? "handle"
        : platforms.Named(value) is null && WebLink.IsWritten(value) ? "url" : asked;

    private static bool IsHandle(string value) => value is ['@', _, ..] && !value.Any(char.IsWhiteSpace);

    private static void Add(List<JsonObject> places, string name, string value, Platforms platforms)
    {
        if (name == "handle")
        {
            if (places.Exists(p => (string?)p["handle"] == value.Trim()) || Value(name, value.Trim()) is not { } handle)
                return;
            if (places.Find(p => !p.ContainsKey("handle")) is not { } holder)
                places.Add(holder = []);
            holder["handle"] = handle;
            return;
        }
        if (name == "platform_id")
        {
            var id = (platforms.Named(value) ?? platforms.OfLink(value))?.Id ?? value.Trim();
            if (places.Exists(p => (string?)p["platform_id"] == id) || Value(name, id) is not { } node)
                return;
            places.Add(new JsonObject { ["platform_id"] = node });
            return;
        }
        if (places.Exists(p => (string?)p["url"] == value) || Value(name, value) is not { } link)
            return;
        var platform = platforms.OfLink(value)?.Id;
        var place = places.Find(p => !p.ContainsKey("url") && (platform is null
            ? platforms.Find((string?)p["platform_id"] ?? "") is null or { Id: "plt.other-site" }
            : (string?)p["platform_id"] == platform));
        if (place is null)
            places.Add(place = platform is null ? [] : new JsonObject { ["platform_id"] = platform });
        place["url"] = link;
        if (WebLink.Normalised(value) is { } normal && Value("url_normalised", normal) is { } normalised)
            place["url_normalised"] = normalised;
    }

    private static void Spread(List<JsonObject> places, FieldPath path, string value)
    {
        if (Value(path.Rest[0], value) is not { } node)
            return;
        if (places.Count == 0)
            places.Add([]);
        var chosen = path.Which is null ? places : places.FindAll(p => (string?)p["platform_id"] == path.Which);
        foreach (var place in path.Rest[0] is "handle" or "item_id" ? chosen.Take(1) : chosen)
            place[path.Rest[0]] = node.DeepClone();
    }

    private static JsonNode? Value(string name, string value) =>
        FieldTable.Current.Find("/locations/-/" + name) is { } field && name != "id" ? FieldValue.Of(field, value) : null;
}
