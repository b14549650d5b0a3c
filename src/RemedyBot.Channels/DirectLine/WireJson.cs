using System.Text.Json.Serialization;

namespace RemedyBot.Channels.DirectLine;

[JsonSourceGenerationOptions(
    PropertyNamingPolicy = JsonKnownNamingPolicy.CamelCase,
    PropertyNameCaseInsensitive = true,
    DefaultIgnoreCondition = JsonIgnoreCondition.WhenWritingNull,
    MaxDepth = 16)]
[JsonSerializable(typeof(TokenParameters))]
[JsonSerializable(typeof(ConversationAnswer))]
internal sealed partial class WireJson : JsonSerializerContext;
