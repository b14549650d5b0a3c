using System.Text.Json;
using RemedyBot.Remedy.Cases;
using RemedyBot.Turns;

namespace RemedyBot.Composition;

/// <summary>A projection as the desk's page shows it: label and value in the worker's language, the person's own words left to the page.</summary>
internal static class DeskSummary
{
    public static IReadOnlyList<(string Label, string Value)> Of(JsonElement projection, LoadedContent content, string language)
    {
        try
        {
            var summary = SummaryJson.Read(JsonSerializer.SerializeToUtf8Bytes(projection));
            return [.. SummaryLines.Pairs(summary with { Statement = summary.Statement is null ? null : summary.Statement with { Original = null, Rendered = null } }, content, language,
                key => DeskWording.KeyOf(key, content.Localizer.Catalog))];
        }
        catch (FormatException)
        {
            return [];
        }
    }
}
