using System.Text.Json;
using System.Text.Json.Serialization;

namespace RemedyBot.Remedy.Content;

/// <summary>`true` or `false`, written as text as all values of content are.</summary>
public sealed class YesNo : JsonConverter<bool>
{
    public override bool Read(ref Utf8JsonReader reader, Type typeToConvert, JsonSerializerOptions options) => reader.GetString() switch
    {
        "true" => true,
        "false" => false,
        _ => throw new JsonException(),
    };

    public override void Write(Utf8JsonWriter writer, bool value, JsonSerializerOptions options) => writer.WriteStringValue(value ? "true" : "false");
}
