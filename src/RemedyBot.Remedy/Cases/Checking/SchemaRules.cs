using System.Collections.Concurrent;
using System.Globalization;
using System.Text.Json;
using System.Text.RegularExpressions;

namespace RemedyBot.Remedy.Cases.Checking;

/// <summary>The part of JSON Schema 2020-12 that our schema uses. The tests hold it against a full validator.</summary>
internal sealed class SchemaRules
{
    private readonly JsonElement schema;
    private readonly JsonElement defs;
    private readonly ConcurrentDictionary<string, Regex> patterns = new(StringComparer.Ordinal);

    public SchemaRules(string text)
    {
        using var document = JsonDocument.Parse(text);
        schema = document.RootElement.Clone();
        defs = schema.GetProperty("$defs");
    }

    public List<string> Problems(JsonElement value)
    {
        var problems = new List<string>();
        Check(schema, value, "", problems);
        return problems;
    }

    private void Check(JsonElement rules, JsonElement value, string at, List<string> problems)
    {
        if (rules.TryGetProperty("$ref", out var reference))
            Check(defs.GetProperty(reference.GetString()!["#/$defs/".Length..]), value, at, problems);
        if (rules.TryGetProperty("const", out var only) && !IsText(value, only.GetString()!))
            problems.Add($"{at}: const");
        if (rules.TryGetProperty("enum", out var closed) && !closed.EnumerateArray().Any(v => IsText(value, v.GetString()!)))
            problems.Add($"{at}: enum");
        if (rules.TryGetProperty("type", out var type) && !IsType(value, type.GetString()!))
        {
            problems.Add($"{at}: type");
            return;
        }
        switch (value.ValueKind)
        {
            case JsonValueKind.Object:
                CheckObject(rules, value, at, problems);
                break;
            case JsonValueKind.Array:
                CheckArray(rules, value, at, problems);
                break;
            case JsonValueKind.String:
                CheckText(rules, value.GetString()!, at, problems);
                break;
            case JsonValueKind.Number:
                CheckNumber(rules, value, at, problems);
                break;
        }
    }

    private void CheckObject(JsonElement rules, JsonElement value, string at, List<string> problems)
    {
        if (!rules.TryGetProperty("properties", out var properties))
            return;
        if (rules.TryGetProperty("required", out var required))
            foreach (var name in required.EnumerateArray().Select(r => r.GetString()!))
                if (!value.TryGetProperty(name, out _))
                    problems.Add($"{at}/{name}: required");
        foreach (var member in value.EnumerateObject())
            if (properties.TryGetProperty(member.Name, out var property))
                Check(property, member.Value, $"{at}/{member.Name}", problems);
            else
                problems.Add($"{at}: unevaluatedProperties");
    }

    private void CheckArray(JsonElement rules, JsonElement value, string at, List<string> problems)
    {
        if (rules.TryGetProperty("maxItems", out var most) && value.GetArrayLength() > most.GetInt32())
            problems.Add($"{at}: maxItems");
        if (!rules.TryGetProperty("items", out var items))
            return;
        var index = 0;
        foreach (var item in value.EnumerateArray())
            Check(items, item, $"{at}/{(index++).ToString(CultureInfo.InvariantCulture)}", problems);
    }

    private void CheckText(JsonElement rules, string text, string at, List<string> problems)
    {
        if (rules.TryGetProperty("maxLength", out var most) && text.EnumerateRunes().Count() > most.GetInt32())
            problems.Add($"{at}: maxLength");
        if (rules.TryGetProperty("pattern", out var pattern) && !Pattern(pattern.GetString()!).IsMatch(text))
            problems.Add($"{at}: pattern");
        if (rules.TryGetProperty("format", out var format) && format.GetString() == "date"
            && !DateOnly.TryParseExact(text, "yyyy-MM-dd", CultureInfo.InvariantCulture, DateTimeStyles.None, out _))
            problems.Add($"{at}: format");
    }

    private static void CheckNumber(JsonElement rules, JsonElement value, string at, List<string> problems)
    {
        if (!value.TryGetInt32(out var number))
            return;
        if (rules.TryGetProperty("minimum", out var least) && number < least.GetInt32())
            problems.Add($"{at}: minimum");
        if (rules.TryGetProperty("maximum", out var most) && number > most.GetInt32())
            problems.Add($"{at}: maximum");
    }

    /// <summary>`$` would let a line break pass at the end, which it does not in ECMAScript.</summary>
    private Regex Pattern(string pattern) =>
        patterns.GetOrAdd(pattern, p => new Regex(p.Replace("$", @"\z", StringComparison.Ordinal), RegexOptions.CultureInvariant));

    private static bool IsText(JsonElement value, string text) =>
        value.ValueKind == JsonValueKind.String && value.ValueEquals(text);

    private static bool IsType(JsonElement value, string type) => type switch
    {
        "object" => value.ValueKind == JsonValueKind.Object,
        "array" => value.ValueKind == JsonValueKind.Array,
        "string" => value.ValueKind == JsonValueKind.String,
        "boolean" => value.ValueKind is JsonValueKind.True or JsonValueKind.False,
        "integer" => value.ValueKind == JsonValueKind.Number && value.TryGetInt32(out _),
        _ => false,
    };
}
