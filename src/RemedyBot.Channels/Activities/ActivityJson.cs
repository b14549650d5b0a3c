using System.Text.Encodings.Web;
using System.Text.Json;
using System.Text.Json.Serialization;
using System.Text.Json.Serialization.Metadata;

namespace RemedyBot.Channels.Activities;

/// <summary>Activities and what travels with them, as JSON: nulls left out, names in camelCase, read in any case.</summary>
public static class ActivityJson
{
    public const string MediaType = "application/json; charset=utf-8";

    private static readonly ActivityContext Wire = new(new JsonSerializerOptions
    {
        PropertyNamingPolicy = JsonNamingPolicy.CamelCase,
        PropertyNameCaseInsensitive = true,
        AllowDuplicateProperties = false,
        DefaultIgnoreCondition = JsonIgnoreCondition.WhenWritingNull,
        MaxDepth = ActivityLimits.Depth,
        // JSON only ever leaves as application/json with nosniff, so letters of every script may stand as they are.
        Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping,
    });

    /// <summary>The contract's description of a question keeps its nulls: a client may look for the name.</summary>
    private static readonly DataContext Data = new(new JsonSerializerOptions
    {
        PropertyNamingPolicy = JsonNamingPolicy.CamelCase,
        Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping,
    });

    public static byte[] Write(Activity activity) => Write(activity, Wire.Activity);

    public static byte[] Write(ActivitySet set) => Write(set, Wire.ActivitySet);

    public static JsonElement Element(QuestionData question) => JsonSerializer.SerializeToElement(new OwnData(question), Data.OwnData);

    public static JsonElement Element(string text) => JsonSerializer.SerializeToElement(text, Wire.String);

    /// <summary>`{"state":…}`, the value of a `handoff.status`.</summary>
    public static JsonElement State(string state)
    {
        using var json = JsonDocument.Parse($$"""{"state":"{{JsonEncodedText.Encode(state)}}"}""");
        return json.RootElement.Clone();
    }

    internal static ActivityContext Context => Wire;

    internal static byte[] Write<T>(T value, JsonTypeInfo<T> type) => JsonSerializer.SerializeToUtf8Bytes(value, type);
}

[JsonSerializable(typeof(Activity))]
[JsonSerializable(typeof(ActivitySet))]
[JsonSerializable(typeof(ExpectedReplies))]
[JsonSerializable(typeof(ResourceId))]
internal sealed partial class ActivityContext : JsonSerializerContext;

[JsonSerializable(typeof(OwnData))]
internal sealed partial class DataContext : JsonSerializerContext;
