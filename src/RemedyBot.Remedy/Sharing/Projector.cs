using System.Text.Json.Nodes;
using RemedyBot.Remedy.Cases;

namespace RemedyBot.Remedy.Sharing;

/// <summary>Walks a summary field by field and keeps what is allowed. A field that no rule lets out stays in.</summary>
internal static class Projector
{
    public static JsonObject Keep(JsonObject summary, Column column, IReadOnlySet<string> granted) =>
        Prune(summary, "", (field, value, item) => Allowed(field, value, item, column, granted));

    /// <summary>The groups from which something would leave if every offered group were granted.</summary>
    public static IReadOnlySet<string> GroupsHeld(JsonObject summary, Column column)
    {
        var held = new HashSet<string>(StringComparer.Ordinal);
        var all = column.Default.Concat(column.Beyond).ToHashSet(StringComparer.Ordinal);
        Prune(summary, "", (field, value, item) =>
        {
            var allowed = Allowed(field, value, item, column, all);
            // A rule only repeats an answer, a gap is nothing that was said, and "adult" says no more than g3 does anyway.
            if (allowed && field.Path is not ("/urgency/reasons" or "/evidence_gaps") && !(field.Path == "/person/age_band" && value == "adult"))
                held.UnionWith(GroupRules.Needed(field, value, item));
            return allowed;
        });
        return held;
    }

    private static bool Allowed(Field field, string value, JsonObject item, Column column, IReadOnlySet<string> granted) =>
        GroupRules.Needed(field, value, item).All(group =>
            group == "envelope"
            || (granted.Contains(group)
                && column.Offers(group)
                && (!column.Limits.TryGetValue(group, out var limit) || GroupRules.Within(limit, field, value, item))));

    private static JsonObject Prune(JsonObject part, string at, Func<Field, string, JsonObject, bool> allowed)
    {
        var kept = new JsonObject();
        foreach (var (name, value) in part)
        {
            var path = $"{at}/{name}";
            var left = value switch
            {
                JsonObject inner => Filled(Prune(inner, path, allowed)),
                JsonArray list => Items(list, part, path, allowed),
                JsonValue plain => Passes(plain, part, path, allowed) ? plain.DeepClone() : null,
                _ => null,
            };
            if (left is not null)
                kept[name] = left;
        }
        return kept;
    }

    private static JsonArray? Items(JsonArray list, JsonObject part, string path, Func<Field, string, JsonObject, bool> allowed)
    {
        var kept = new JsonArray();
        foreach (var item in list)
        {
            if (item is JsonObject inner)
            {
                if (Filled(Prune(inner, path + "/-", allowed)) is { } left)
                    kept.Add(left);
            }
            else if (item is JsonValue plain && Passes(plain, part, path, allowed))
            {
                kept.Add(plain.DeepClone());
            }
        }
        return kept.Count == 0 ? null : kept;
    }

    private static bool Passes(JsonValue value, JsonObject part, string path, Func<Field, string, JsonObject, bool> allowed) =>
        FieldTable.Current.Find(path) is { } field
        && allowed(field, value.TryGetValue<string>(out var text) ? text : value.ToJsonString(), part);

    private static JsonObject? Filled(JsonObject part) => part.Count == 0 ? null : part;
}
