using System.Text.Json.Serialization;
using RemedyBot.Remedy.Harms;
using RemedyBot.Remedy.Routes;
using RemedyBot.Remedy.Sharing;

namespace RemedyBot.Remedy.Content;

[JsonSourceGenerationOptions(
    PropertyNamingPolicy = JsonKnownNamingPolicy.SnakeCaseLower, UnmappedMemberHandling = JsonUnmappedMemberHandling.Disallow,
    NumberHandling = JsonNumberHandling.AllowReadingFromString, Converters = [typeof(YesNo)], GenerationMode = JsonSourceGenerationMode.Metadata)]
[JsonSerializable(typeof(TaxonomyReader.TaxonomyFile))]
[JsonSerializable(typeof(Platforms.PlatformFile))]
[JsonSerializable(typeof(RouteReader.RouteFile))]
[JsonSerializable(typeof(Columns.ColumnFile))]
internal sealed partial class ContentJson : JsonSerializerContext;
