using System.Text.Json.Nodes;
using RemedyBot.Dialogs.Turns;

namespace RemedyBot.Remedy.Cases.Folding;

/// <summary>Remedies sought: single things under their type, and types for which nothing single was chosen.</summary>
internal static class RemedyFold
{
    public static void Apply(JsonObject draft, IEnumerable<Answer> latest)
    {
        var types = new List<string>();
        var items = new List<string>();
        foreach (var answer in latest)
        {
            var path = FieldPath.Parse(answer.Field!);
            if (path is { List: "remedies", Rest: ["type"] })
                types.AddRange(answer.Values.Where(v => FieldTable.Current.Find(path.Pointer)!.Values.Contains(v, StringComparer.Ordinal)));
            if (path is { List: "remedies", Rest: ["item"] })
                items.AddRange(answer.Values.Where(v => RemedyTypes.Of(v) is not null));
        }
        var all = items.Distinct(StringComparer.Ordinal)
            .Select(i => new JsonObject { ["type"] = RemedyTypes.Of(i), ["item"] = i })
            .ToList();
        var covered = all.Select(r => (string)r["type"]!).ToHashSet(StringComparer.Ordinal);
        all.AddRange(types.Distinct(StringComparer.Ordinal).Where(t => !covered.Contains(t)).Select(t => new JsonObject { ["type"] = t }));
        if (all.Count > 0)
            draft["remedies"] = new JsonArray([.. all]);
    }
}
