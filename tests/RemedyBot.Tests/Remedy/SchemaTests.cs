using System.Collections;
using System.Reflection;
using System.Text;
using System.Text.Json;
using System.Text.Json.Nodes;
using System.Text.Json.Serialization;
using RemedyBot.Remedy.Cases;
using RemedyBot.Remedy.Cases.Checking;
using RemedyBot.Tests.Oracles;

namespace RemedyBot.Tests.Remedy;

public class SchemaTests
{
    [Fact]
    public void The_schema_has_exactly_the_fields_of_the_model() =>
        Assert.Equal(ModelPaths(typeof(CaseSummary), "").Order(StringComparer.Ordinal), FieldTable.Current.Fields.Select(f => f.Path).Order(StringComparer.Ordinal));

    [Fact]
    public void Every_property_says_its_group_and_its_sensitivity()
    {
        var schema = JsonNode.Parse(SummarySchema.Text)!.AsObject();
        string[] groups = ["envelope", "consent", "never", .. Enumerable.Range(1, 13).Select(g => $"g{g}")];
        foreach (var part in schema["$defs"]!.AsObject().Select(d => d.Value!.AsObject()).Prepend(schema).Where(d => d.ContainsKey("properties")))
        {
            Assert.False((bool)part["unevaluatedProperties"]!);
            Assert.All(part["properties"]!.AsObject(), p =>
            {
                Assert.Contains((string)p.Value!["x-group"]!, groups);
                Assert.InRange((int)p.Value["x-sens"]!, 0, 3);
            });
        }
        Assert.Equal(["schema", "id", "created"], schema["required"]!.AsArray().Select(n => (string)n!));
        Assert.Equal("https://json-schema.org/draft/2020-12/schema", (string)schema["$schema"]!);
    }

    [Fact]
    public void No_field_can_hold_a_file() =>
        Assert.DoesNotContain(FieldTable.Current.Fields, f => f.Path.Contains("data", StringComparison.Ordinal) || f.Path.Contains("base64", StringComparison.Ordinal));

    [Theory]
    [InlineData("2026-03?", true)]
    [InlineData("2026-03~", true)]
    [InlineData("2026-03-XX", true)]
    [InlineData("2026-02/2026-05", true)]
    [InlineData("../2026-05", true)]
    [InlineData("..", false)]
    [InlineData("March", false)]
    [InlineData("2026-13", false)]
    [InlineData("2026-03-32", false)]
    [InlineData("2026/2026/2026", false)]
    [InlineData("2026-03?\n", false)]
    public void Dates_are_EDTF(string when, bool good)
    {
        var summary = new ASummary().Told("/ongoing", "yes").Build() with { Timeline = [new() { What = "posted", When = when }] };
        Assert.Equal(good, SummaryCheck.Problems(summary).Count == 0);
        if (!when.EndsWith('\n'))
            Assert.Equal(good, EdtfSpan.Of(when) is not null);
    }

    /// <summary>Our own check and a full validator agree, on what we produce and on broken copies of it.</summary>
    [Fact]
    public async Task Our_check_agrees_with_a_full_validator()
    {
        var documents = new List<string>();
        for (var seed = 0; seed < 150; seed++)
        {
            var good = Encoding.UTF8.GetString(SummaryJson.Write(new RandomSummary(seed).Make()));
            documents.Add(good);
            documents.Add(Broken(good, new Random(seed)));
        }
        documents.Add(Encoding.UTF8.GetString(SummaryJson.Write(new ASummary().Told("/ongoing", "yes").Build())));
        documents.Add("""{"schema":"remedybot.case-summary/1","id":"abcdefghijklmnopqrstuvwxyz","created":"2026-11-22","harms":[{"leaf":"child.csam"}],"evidence":[{"sha256":"0"}]}""");

        var verdicts = await JsonSchemaOracle.Judge("src/RemedyBot.Remedy/Cases/case-summary.schema.json", documents);
        Assert.Equal(documents.Count, verdicts.Count);
        Assert.Contains(verdicts, v => v != "valid");
        for (var i = 0; i < documents.Count; i++)
        {
            using var parsed = JsonDocument.Parse(documents[i]);
            var ours = SummaryCheck.Problems(parsed.RootElement);
            Assert.True((verdicts[i] == "valid") == (ours.Count == 0), $"{verdicts[i]} but {string.Join("; ", ours)} in {documents[i]}");
            if (i % 2 == 0 && i < 300)
                Assert.Equal("valid", verdicts[i]);
        }
    }

    private static string Broken(string good, Random random)
    {
        var node = JsonNode.Parse(good)!.AsObject();
        var places = new List<JsonObject>();
        void Gather(JsonNode? at)
        {
            if (at is JsonObject o)
                places.Add(o);
            foreach (var child in at switch { JsonObject x => x.Select(p => p.Value), JsonArray a => a, _ => [] })
                Gather(child);
        }

        Gather(node);
        var place = places[random.Next(places.Count)];
        var name = place.Select(p => p.Key).ElementAtOrDefault(random.Next(Math.Max(1, place.Count)));
        switch (random.Next(6))
        {
            case 0: place["surprise"] = "x"; break;
            case 1 when name is not null: place[name] = 7; break;
            case 2 when name is not null: place[name] = "?"; break;
            case 3 when name is not null: place.Remove(name); break;
            case 4 when name is not null: place[name] = null; break;
            default: place[name ?? "x"] = new JsonArray("x", new JsonObject()); break;
        }
        return node.ToJsonString();
    }

    private static IEnumerable<string> ModelPaths(Type type, string at)
    {
        foreach (var property in type.GetProperties(BindingFlags.Public | BindingFlags.Instance))
        {
            var name = property.GetCustomAttribute<JsonPropertyNameAttribute>()?.Name ?? JsonNamingPolicy.SnakeCaseLower.ConvertName(property.Name);
            var inner = Nullable.GetUnderlyingType(property.PropertyType) ?? property.PropertyType;
            var list = inner != typeof(string) && typeof(IEnumerable).IsAssignableFrom(inner);
            if (list)
                inner = inner.GetGenericArguments()[0];
            if (inner.Namespace == "RemedyBot.Remedy.Cases.Parts")
                foreach (var path in ModelPaths(inner, $"{at}/{name}{(list ? "/-" : "")}"))
                    yield return path;
            else
                yield return $"{at}/{name}";
        }
    }
}
