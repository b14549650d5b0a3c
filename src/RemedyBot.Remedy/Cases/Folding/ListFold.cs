using System.Globalization;
using System.Text.Json.Nodes;
using RemedyBot.Dialogs.Turns;

namespace RemedyBot.Remedy.Cases.Folding;

/// <summary>Fills lists of things: what kind of evidence, what was tried, which impacts, when.</summary>
internal static class ListFold
{
    /// <summary>What tells the items of a list apart.</summary>
    internal static readonly Dictionary<string, string> Keys = new(StringComparer.Ordinal)
    {
        ["timeline"] = "what",
        ["actions"] = "to",
        ["evidence"] = "kind",
        ["impacts"] = "axis",
        ["contact/channels"] = "kind",
        ["contact/safe_times"] = "days",
    };

    /// <summary>Belongs to one item; with several it is the first one's.</summary>
    private static readonly string[] OfOne = ["value", "reference", "note", "reason_given", "place_hint", "describes", "sha256", "route_id"];

    public static void Apply(JsonObject draft, FieldPath path, Answer answer)
    {
        if (!Keys.TryGetValue(path.List!, out var key) || path.Rest.Count != 1)
            return;
        if (FieldTable.Current.Find(path.Pointer) is not { } field)
            return;
        var values = (answer.Kind == AnswerKind.Date ? answer.Values.Take(1) : answer.Values)
            .Select(v => FieldValue.Of(field, v)).OfType<JsonNode>().Take(200).ToList();
        if (values.Count == 0)
            return;
        var items = Items(draft, path.List!);
        if (path.Which is not null)
            Named(items, path, key, values[0], answer);
        else if (path.Rest[0] == key)
            Listed(items, key, values);
        else
            Spread(items, path.Rest[0], values);
        Number(items, path.List!);
        if (items.Count == 0)
            draft.Remove(path.List!);
    }

    private static void Named(JsonArray items, FieldPath path, string key, JsonNode value, Answer answer)
    {
        var pointer = $"/{path.List}/-/{key}";
        if (FieldValue.Of(FieldTable.Current.Find(pointer)!, path.Which!) is not { } which)
            return;
        var item = items.OfType<JsonObject>().FirstOrDefault(i => JsonNode.DeepEquals(i[key], which));
        if (item is null)
            items.Add(item = new JsonObject { [key] = which });
        item[path.Rest[0]] = value.DeepClone();
        if (path.List == "timeline" && answer.Kind == AnswerKind.Date && answer.Values.Count > 1
            && FieldValue.Of(FieldTable.Current.Find("/timeline/-/certainty")!, answer.Values[1]) is { } certainty)
            item["certainty"] = certainty;
    }

    private static void Listed(JsonArray items, string key, List<JsonNode> values)
    {
        foreach (var value in values)
        {
            if (items.Any(i => JsonNode.DeepEquals(i![key], value)))
                continue;
            // An item that was begun by another of its fields gets its name now.
            if (items.OfType<JsonObject>().FirstOrDefault(i => !i.ContainsKey(key)) is { } begun)
                begun[key] = value.DeepClone();
            else
                items.Add(new JsonObject { [key] = value.DeepClone() });
        }
    }

    private static void Spread(JsonArray items, string name, List<JsonNode> values)
    {
        if (values.Count == 1 && items.Count > 0 && !OfOne.Contains(name, StringComparer.Ordinal))
        {
            foreach (var item in items)
                item![name] = values[0].DeepClone();
            return;
        }
        for (var i = 0; i < values.Count; i++)
        {
            if (i >= items.Count)
                items.Add(new JsonObject());
            items[i]![name] = values[i].DeepClone();
        }
    }

    private static JsonArray Items(JsonObject draft, string list)
    {
        var at = draft;
        var names = list.Split('/');
        foreach (var name in names[..^1])
        {
            if (at[name] is not JsonObject part)
                at[name] = part = [];
            at = part;
        }
        if (at[names[^1]] is not JsonArray items)
            at[names[^1]] = items = [];
        return items;
    }

    private static void Number(JsonArray items, string list)
    {
        if (list != "evidence")
            return;
        for (var i = 0; i < items.Count; i++)
            items[i]!["id"] = "e" + (i + 1).ToString(CultureInfo.InvariantCulture);
    }
}
