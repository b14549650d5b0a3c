using System.Collections.Frozen;
using System.Text.Json;

namespace RemedyBot.Remedy.Cases;

/// <summary>Every plain field of the summary, read from the schema: the one place that says which group a field leaves with.</summary>
public sealed class FieldTable
{
    private readonly FrozenDictionary<string, Field> byPath;

    private FieldTable(IReadOnlyList<Field> fields)
    {
        Fields = fields;
        byPath = fields.ToFrozenDictionary(f => f.Path, StringComparer.Ordinal);
    }

    public static FieldTable Current { get; } = Load();

    /// <summary>In the order of the schema.</summary>
    public IReadOnlyList<Field> Fields { get; }

    /// <summary>By JSON Pointer with `-` for items; null where there is no such field.</summary>
    public Field? Find(string path) => byPath.GetValueOrDefault(path);

    private static FieldTable Load()
    {
        using var schema = JsonDocument.Parse(Checking.SummarySchema.Text);
        var fields = new List<Field>();
        Walk(schema.RootElement, schema.RootElement.GetProperty("$defs"), "", fields);
        return new FieldTable(fields);
    }

    private static void Walk(JsonElement part, JsonElement defs, string at, List<Field> fields)
    {
        foreach (var property in part.GetProperty("properties").EnumerateObject())
        {
            var pointer = $"{at}/{property.Name}";
            var list = property.Value.TryGetProperty("items", out var items);
            var (name, type) = Resolve(list ? items : property.Value, defs);
            if (type.TryGetProperty("properties", out _))
                Walk(type, defs, list ? pointer + "/-" : pointer, fields);
            else
                fields.Add(Describe(pointer, property.Value, name, type, list));
        }
    }

    private static (string? Name, JsonElement Type) Resolve(JsonElement type, JsonElement defs)
    {
        if (!type.TryGetProperty("$ref", out var reference))
            return (null, type);
        var name = reference.GetString()!["#/$defs/".Length..];
        return (name, defs.GetProperty(name));
    }

    private static Field Describe(string pointer, JsonElement property, string? name, JsonElement type, bool list)
    {
        var values = type.TryGetProperty("enum", out var closed) ? closed.EnumerateArray().Select(v => v.GetString()!).ToList()
            : type.TryGetProperty("const", out var only) ? [only.GetString()!]
            : [];
        return new Field(
            pointer,
            property.GetProperty("x-group").GetString()!,
            property.GetProperty("x-sens").GetInt32(),
            name ?? (type.TryGetProperty("type", out var plain) ? plain.GetString()! : "string"),
            values,
            list,
            type.TryGetProperty("maxLength", out var length) ? length.GetInt32() : null,
            type.TryGetProperty("pattern", out var pattern) ? pattern.GetString() : null);
    }
}
