using System.Text.Json.Nodes;
using RemedyBot.Dialogs.Turns;
using RemedyBot.Remedy.Cases;

namespace RemedyBot.Turns;

/// <summary>What `chat --trace` tells authors and tests (contract, section 2).</summary>
internal static class Tracing
{
    public static JsonObject Of(Deeds deeds, Casework casework)
    {
        if (deeds.Erased)
            return Empty(deeds.File.Language);
        var view = casework.View(deeds.File);
        var summary = view.Holds || view.Signals.Count > 0 ? view.Summary : null;
        return new()
        {
            ["lang"] = deeds.File.Language,
            ["urgency"] = summary?.Urgency?.Level,
            ["reasons"] = Strings(summary?.Urgency?.Reasons ?? []),
            ["signals"] = Strings(SignalState.Of(deeds.File.Conversation).Told),
            ["summary"] = summary is null ? null : SummaryJson.ToNode(summary),
            ["routes"] = new JsonArray([.. deeds.File.Routes.Select(r => new JsonObject
            {
                ["id"] = r.Id,
                ["kind"] = r.Kind,
                ["topic"] = r.Topic,
                ["warnings"] = Strings(r.Warnings),
            })]),
            ["handoffs"] = new JsonArray([.. deeds.File.Handoffs.Where(h => !h.Withdrawn && h.Document is not null).Select(h => new JsonObject
            {
                ["recipient"] = new JsonObject { ["kind"] = h.Kind, ["id"] = h.Item, ["name"] = h.Name },
                ["document"] = JsonNode.Parse(h.Document!),
            })]),
        };
    }

    private static JsonObject Empty(string language) => new()
    {
        ["lang"] = language,
        ["urgency"] = null,
        ["reasons"] = new JsonArray(),
        ["signals"] = new JsonArray(),
        ["summary"] = null,
        ["routes"] = new JsonArray(),
        ["handoffs"] = new JsonArray(),
    };

    private static JsonArray Strings(IEnumerable<string> values) => new([.. values.Select(v => (JsonNode?)v)]);
}
