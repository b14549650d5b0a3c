using System.Text.Json.Nodes;
using System.Text.RegularExpressions;
using RemedyBot.Dialogs.Loading;
using RemedyBot.Dialogs.Model;
using RemedyBot.Tests.Oracles;

namespace RemedyBot.Tests.Dialogs;

/// <summary>Reader, editors' schema and the format's page say the same.</summary>
public sealed partial class DialogSchemaTests
{
    private const string Schema = "dialogs/dialog.schema.json";
    private static readonly string Page = File.ReadAllText(Path.Combine(Repository.Root, "dialogs/README.md"));
    private static readonly JsonObject Definitions = JsonNode.Parse(File.ReadAllText(Path.Combine(Repository.Root, Schema)))!["$defs"]!.AsObject();

    /// <summary>One sample of each thing with keys, each with a key that nothing knows.</summary>
    public static TheoryData<string, string> Things => new()
    {
        { "dialog", "dialog: sample\nformat: 1\nzzz: 1\nsteps: []" },
        { "texts", "texts: {a: b}\nzzz: 1" },
        { "say", Step("say: Hello.") },
        { "ask", Step("ask: text, text: What?, why: Because.") },
        { "branch", Step("branch: [{to: b}]") },
        { "call", Step("call: other") },
        { "effect", Step("effect: keep") },
        { "end", Step("end: done, text: Goodbye.") },
    };

    [Fact]
    public async Task All_shipped_dialogs_fit_the_schema()
    {
        var files = ShippedDialogsTests.Shipped().Where(f => f.Name is not ("taxonomy" or "platforms" or "recipients" or "channels")).ToList();
        var verdicts = await JsonSchemaOracle.Judge(Schema, files.Select(f => YamlAsJson.Line(f.Text)));
        Assert.Equal(files.Select(f => $"{f.Name}: valid"), files.Zip(verdicts, (f, v) => $"{f.Name}: {v}"));
    }

    [Fact]
    public async Task Broken_samples_do_not()
    {
        // What no schema can see: references, order, duplicates, other files.
        string[] beyond = ["D01", "D07", "D13", "D15", "D16", "D17", "D18", "D19", "D20", "D21"];
        var samples = DiagnosticExample.All().Where(e => e.Id.StartsWith('D') && e.Path == DiagnosticExample.Sample && !beyond.Contains(e.Id)).ToList();
        var verdicts = await JsonSchemaOracle.Judge(Schema, samples.Select(s => YamlAsJson.Line(s.Text)));
        Assert.True(samples.Count > 8);
        Assert.DoesNotContain(samples.Zip(verdicts, (s, v) => $"{s.Id}: {v}"), v => v.EndsWith(": valid", StringComparison.Ordinal));
    }

    [Theory]
    [MemberData(nameof(Things))]
    public void The_schema_knows_exactly_the_keys_that_the_reader_knows(string thing, string sample) =>
        Assert.Equal(Known(sample).Order(StringComparer.Ordinal), Definitions[thing]!["properties"]!.AsObject().Select(p => p.Key).Order(StringComparer.Ordinal));

    [Theory]
    [MemberData(nameof(Things))]
    public void The_page_names_every_key_that_the_reader_knows(string thing, string sample) =>
        Assert.All(Known(sample), key => Assert.True(Regex.IsMatch(Page, $@"(`|^|\s){Regex.Escape(key)}(:|`)", RegexOptions.Multiline), $"{thing}: {key} is not in dialogs/README.md"));

    [Fact]
    public void The_schema_and_the_page_know_exactly_the_words_of_the_program()
    {
        Same(Words.Topics, "topic", "enum");
        Same(Words.Signals, "signal", "enum");
        Same(Words.Wishes, "wish", "enum");
        Same(Words.Lists, "list", "enum");
        Same(Words.Effects, "effect", "properties", "effect", "enum");
        Same(Words.Placeholders, "with", "additionalProperties", "enum");
        Same(Words.Times, "ask", "properties", "time", "enum");
        Same(Words.Facts, "condition", "anyOf", "5", "properties", "fact", "enum");
        Same(Enum.GetNames<PromptKind>().Select(n => n.ToLowerInvariant()), "ask", "properties", "ask", "enum");
    }

    private static void Same(IEnumerable<string> words, params string[] path)
    {
        var at = path.Aggregate((JsonNode)Definitions, (node, part) => node is JsonArray list ? list[int.Parse(part, System.Globalization.CultureInfo.InvariantCulture)]! : node[part]!);
        Assert.Equal(words.Order(StringComparer.Ordinal), at.AsArray().Select(n => (string)n!).Order(StringComparer.Ordinal));
        Assert.All(words, word => Assert.True(Regex.IsMatch(Page, $@"`{Regex.Escape(word)}`|\b{path[0]}: {Regex.Escape(word)}\b"), $"{path[0]} {word} is not in dialogs/README.md"));
    }

    private static string Step(string keys) => $"dialog: sample\nformat: 1\nsteps:\n  - {{id: a, {keys}, zzz: 1}}";

    private static string[] Known(string sample)
    {
        var complaint = Assert.Single(DialogReader.Read([new("sample", "dialogs/sample.yaml", sample)]).Diagnostics, d => d.Id == "D02");
        return KeyList().Match(complaint.Message).Groups[1].Value.Split(", ");
    }

    [GeneratedRegex(@"It may have: (.+)\.$")]
    private static partial Regex KeyList();
}
