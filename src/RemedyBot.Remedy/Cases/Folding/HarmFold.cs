using System.Text.Json.Nodes;
using RemedyBot.Dialogs.Turns;
using RemedyBot.Remedy.Harms;

namespace RemedyBot.Remedy.Cases.Folding;

/// <summary>Harms are asked in up to two questions (a menu of groups, then the leaves of those chosen) and their facets in later ones.</summary>
internal static class HarmFold
{
    private const string FacetPrefix = "/harms/-/facets/";

    public static void Apply(JsonObject draft, List<Answer> log, Taxonomy taxonomy)
    {
        var leaves = Leaves(log, taxonomy);
        if (leaves.Count == 0)
            return;
        var harms = leaves.Select((l, i) => new JsonObject { ["leaf"] = l, ["primary"] = i == 0 }).ToArray();
        draft["harms"] = new JsonArray(harms);
        var latest = log.Where(a => a.Field!.StartsWith(FacetPrefix, StringComparison.Ordinal)).GroupBy(a => a.Field).Select(g => g.Last());
        foreach (var answer in latest.Where(a => a.Kind != AnswerKind.Skipped))
            AddFacet(harms, answer, taxonomy);
    }

    /// <summary>The leaves chosen, the primary first.</summary>
    public static IReadOnlyList<string> Leaves(List<Answer> log, Taxonomy taxonomy)
    {
        var leaves = Chosen(log, taxonomy);
        var primary = log.LastOrDefault(a => a.Field == "/harms/-/primary" && a.Values.Count > 0)?.Values[0];
        return primary is not null && leaves.Remove(primary) ? [primary, .. leaves] : leaves;
    }

    private static List<string> Chosen(List<Answer> log, Taxonomy taxonomy)
    {
        var chosen = new List<string>();
        var open = false;
        var asked = log.Where(a => a.Field is "/harms" or "/harms/-/leaf").GroupBy(a => a.Step).Select(g => g.Last()).OrderBy(a => a.Order);
        foreach (var answer in asked)
        {
            if (answer.Kind == AnswerKind.Skipped)
            {
                // The group is known and which of its harms is not: that is for a person to sort out, and must not block.
                if (open && chosen.Count == 0)
                    chosen.Add(taxonomy.Fallback.Id);
                continue;
            }
            var leaves = answer.Values.Where(v => taxonomy.Find(v) is not null).ToList();
            var menu = answer.Values.Any(v => taxonomy.Group(v) is not null);
            if (leaves.Count == 0 && !menu)
                continue;
            if (menu || !open)
                chosen.Clear();
            chosen.AddRange(leaves);
            open = menu;
        }
        return [.. chosen.Distinct(StringComparer.Ordinal)];
    }

    /// <summary>A facet belongs to every harm that it is asked for, or else to the one that weighs most.</summary>
    private static void AddFacet(JsonObject[] harms, Answer answer, Taxonomy taxonomy)
    {
        var path = FieldPath.Parse(answer.Field!);
        if (FieldTable.Current.Find(path.Pointer) is not { } field)
            return;
        var values = answer.Values.Select(v => FieldValue.Of(field, v)).OfType<JsonNode>().Take(field.IsList ? 200 : 1).ToArray();
        if (values.Length == 0)
            return;
        var name = path.Rest[^1];
        var named = harms.Where(h => (string?)h["leaf"] == path.Which).ToList();
        var fitting = named.Count > 0 ? named
            : [.. harms.Where(h => taxonomy.Find((string)h["leaf"]!)!.Facets.Contains(name, StringComparer.Ordinal))];
        foreach (var harm in fitting.Count > 0 ? fitting : [harms[0]])
        {
            if (harm["facets"] is not JsonObject facets)
                harm["facets"] = facets = [];
            facets[name] = field.IsList ? new JsonArray([.. values.Select(v => v.DeepClone())]) : values[0].DeepClone();
        }
    }
}
