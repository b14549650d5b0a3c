using System.Text.Encodings.Web;
using System.Text.Json;
using System.Text.Json.Serialization;

namespace RemedyBot.Handoff.Consent;

/// <summary>One way of writing everything this room writes: snake_case, strict when read, any script unescaped.</summary>
internal static class HandoffJson
{
    internal static readonly JsonSerializerOptions Options = new()
    {
        PropertyNamingPolicy = JsonNamingPolicy.SnakeCaseLower,
        // Never written into HTML: pages encode for themselves.
        Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping,
        RespectNullableAnnotations = true,
        RespectRequiredConstructorParameters = true,
        Converters = { new StateConverter() },
    };

    internal static byte[] Write<T>(T value) => JsonSerializer.SerializeToUtf8Bytes(value, Options);

    internal static T? Read<T>(ReadOnlySpan<byte> json)
        where T : class
    {
        try
        {
            return JsonSerializer.Deserialize<T>(json, Options);
        }
        catch (JsonException)
        {
            return null;
        }
    }

    private sealed class StateConverter : JsonConverter<HandoffState>
    {
        public override HandoffState Read(ref Utf8JsonReader reader, Type typeToConvert, JsonSerializerOptions options) =>
            reader.TokenType == JsonTokenType.String && HandoffStates.Read(reader.GetString()) is { } state ? state : throw new JsonException();

        public override void Write(Utf8JsonWriter writer, HandoffState value, JsonSerializerOptions options) => writer.WriteStringValue(value.ToName());
    }
}
