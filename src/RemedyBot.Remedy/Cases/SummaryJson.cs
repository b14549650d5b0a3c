using System.Text.Encodings.Web;
using System.Text.Json;
using System.Text.Json.Nodes;
using System.Text.Json.Serialization;
using System.Text.Unicode;
using RemedyBot.Remedy.Cases.Checking;
using RemedyBot.Remedy.Cases.Parts;

namespace RemedyBot.Remedy.Cases;

/// <summary>The summary as JSON: written compactly, read strictly.</summary>
public static class SummaryJson
{
    private static readonly SummaryJsonContext Json = new(new JsonSerializerOptions(SummaryJsonContext.Default.Options)
    {
        Encoder = JavaScriptEncoder.Create(UnicodeRanges.All),
        AllowDuplicateProperties = false,
    });

    public static byte[] Write(CaseSummary summary) => JsonSerializer.SerializeToUtf8Bytes(summary, Json.CaseSummary);

    public static JsonObject ToNode(CaseSummary summary) => JsonSerializer.SerializeToNode(summary, Json.CaseSummary)!.AsObject();

    /// <exception cref="FormatException">No summary of this version; the message says where, never what.</exception>
    public static CaseSummary Read(ReadOnlyMemory<byte> utf8)
    {
        try
        {
            using var document = JsonDocument.Parse(utf8, new JsonDocumentOptions { AllowDuplicateProperties = false });
            var problems = SummaryCheck.Problems(document.RootElement);
            return problems.Count == 0
                ? document.RootElement.Deserialize(Json.CaseSummary)!
                : throw new FormatException($"No valid summary: {problems[0]}.");
        }
        catch (JsonException)
        {
            // The parser's own message would quote what was read.
            throw new FormatException("No valid summary: not strict JSON.");
        }
    }

    public static JsonObject ToNode(ConsentRecord consent) => JsonSerializer.SerializeToNode(consent, Json.ConsentRecord)!.AsObject();

    internal static CaseSummary FromNode(JsonObject node) => node.Deserialize(Json.CaseSummary)!;
}

[JsonSourceGenerationOptions(
    PropertyNamingPolicy = JsonKnownNamingPolicy.SnakeCaseLower,
    DefaultIgnoreCondition = JsonIgnoreCondition.WhenWritingNull,
    UnmappedMemberHandling = JsonUnmappedMemberHandling.Disallow)]
[JsonSerializable(typeof(CaseSummary))]
internal sealed partial class SummaryJsonContext : JsonSerializerContext;
