using System.Globalization;
using System.Text.Json;
using System.Text.Json.Nodes;
using FsCheck;
using FsCheck.Fluent;
using RemedyBot.Remedy.Cases;
using RemedyBot.Remedy.Cases.Checking;

namespace RemedyBot.Tests.Remedy;

/// <summary>Any summary the schema allows, from a seed.</summary>
internal sealed class RandomSummary(int seed)
{
    private static readonly JsonElement Schema = JsonDocument.Parse(SummarySchema.Text).RootElement;
    private readonly Random random = new(seed);
    private int words;

    public static Gen<CaseSummary> Any { get; } = Gen.Choose(0, int.MaxValue - 1).Select(s => new RandomSummary(s).Make());

    public CaseSummary Make()
    {
        var node = Object(Schema, "");
        node["schema"] = CaseSummary.Version;
        node["id"] = Letters(26);
        node["created"] = "2026-11-22";
        if (node["harms"] is JsonArray harms && harms.Any(h => ((string?)h!["leaf"])?.StartsWith("child.", StringComparison.Ordinal) == true))
            foreach (var item in node["evidence"]?.AsArray() ?? [])
                item!.AsObject().Remove("sha256");
        return SummaryJson.Read(System.Text.Encoding.UTF8.GetBytes(node.ToJsonString()));
    }

    private JsonObject Object(JsonElement type, string path)
    {
        var made = new JsonObject();
        var required = type.TryGetProperty("required", out var names) ? names.EnumerateArray().Select(n => n.GetString()).ToHashSet() : [];
        foreach (var property in type.GetProperty("properties").EnumerateObject())
            if (required.Contains(property.Name) || random.Next(3) > 0)
                made[property.Name] = Value(property.Value, $"{path}/{property.Name}");
        return made;
    }

    private JsonNode Value(JsonElement type, string path)
    {
        var name = "";
        if (type.TryGetProperty("$ref", out var reference))
        {
            name = reference.GetString()!["#/$defs/".Length..];
            type = Schema.GetProperty("$defs").GetProperty(name);
        }
        if (type.TryGetProperty("items", out var items))
            return new JsonArray([.. Enumerable.Range(0, random.Next(1, 4)).Select(_ => Value(items, path + "/-"))]);
        if (type.TryGetProperty("properties", out _))
            return Object(type, path);
        if (type.TryGetProperty("const", out var only))
            return only.GetString()!;
        if (type.TryGetProperty("enum", out var closed))
            return closed[random.Next(closed.GetArrayLength())].GetString()!;
        return type.GetProperty("type").GetString() switch
        {
            "boolean" => random.Next(2) == 0,
            "integer" => random.Next(1, 101),
            _ => Text(name),
        };
    }

    private string Text(string type) => type switch
    {
        "id" => Letters(26),
        "date" => new DateOnly(2026, 1, 1).AddDays(random.Next(700)).ToString("yyyy-MM-dd", CultureInfo.InvariantCulture),
        "edtf" => Pick("2026", "2026-03?", "2026-03~", "2026-03-XX", "2026-02/2026-05", "../2026-05", "2026-05-01/..", "2026-22", "2026-11-21"),
        "lang" => Pick("en", "es-MX", "ar", "zh-Hant"),
        "iso" => Pick("ES", "MX", "KE"),
        "region" => Pick("ES", "MX-JAL"),
        "days" => Pick("1-5", "6-7", "1,3"),
        "time" => Pick("09:00", "23:59"),
        "leaf" => Content.Taxonomy.Leaves[random.Next(Content.Taxonomy.Leaves.Count)].Id,
        "reason" => Pick("mod:outing", "mod:self_harm", "mod:deadline", "mod:payment_demanded", "leaf:ibsa.ncii", "cleared:danger"),
        "ref" => "e" + random.Next(1, 99).ToString(CultureInfo.InvariantCulture),
        "sha256" => string.Concat(Enumerable.Range(0, 64).Select(_ => "0123456789abcdef"[random.Next(16)])),
        "routeid" => Pick("plt.telegram", "hl.es.017", "desk"),
        _ => $"words {(words++).ToString(CultureInfo.InvariantCulture)} 𝕏 é ش",
    };

    private string Letters(int count) => string.Concat(Enumerable.Range(0, count).Select(_ => "abcdefghijklmnopqrstuvwxyz234567"[random.Next(32)]));

    private string Pick(params string[] from) => from[random.Next(from.Length)];
}
