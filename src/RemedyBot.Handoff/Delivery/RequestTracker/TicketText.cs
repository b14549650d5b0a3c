using System.Text.Json.Nodes;
using RemedyBot.Handoff.Delivery.Web;

namespace RemedyBot.Handoff.Delivery.RequestTracker;

/// <summary>What a ticket is filled with. Plain text always: RT stores HTML as it was sent.</summary>
internal static class TicketText
{
    internal static JsonObject Of(TicketMessage message, string reference, string queue) => new()
    {
        ["Queue"] = queue,
        ["Subject"] = message.Subject,
        ["Content"] = message.Words,
        ["ContentType"] = "text/plain",
        ["CustomFields"] = Fields(reference, message.Facts),
        ["Attachments"] = Attachments(message),
    };

    internal static JsonObject Said(TicketMessage message)
    {
        var said = new JsonObject { ["Subject"] = message.Subject, ["Content"] = message.Words, ["ContentType"] = "text/plain" };
        if (message.Files.Count > 0)
            said["Attachments"] = Attachments(message);
        return said;
    }

    private static JsonArray Attachments(TicketMessage message) => new([.. message.Files.Select(file =>
        new JsonObject { ["FileName"] = file.Name, ["FileType"] = file.Type, ["FileContent"] = file.Base64 })]);

    /// <summary>Names of custom fields that RT did not keep as they were sent: it says 201 all the same.</summary>
    internal static IReadOnlyList<string> Lost(JsonObject sent, JsonNode there)
    {
        var kept = there.List("CustomFields").ToDictionary(
            field => field.Text("name"), field => field.List("values").Select(value => (value as JsonValue)?.ToString()).OfType<string>().ToHashSet(StringComparer.Ordinal), StringComparer.Ordinal);
        return [.. ((JsonObject)sent["CustomFields"]!)
            .Where(field => !kept.TryGetValue(field.Key, out var values) || !Values(field.Value).All(values.Contains))
            .Select(field => field.Key)];
    }

    private static JsonObject Fields(string reference, CaseFacts facts)
    {
        var fields = new JsonObject { [RequestTrackerSettings.CaseRef] = reference };
        if (facts.Urgency is { } urgency)
            fields["Urgency"] = urgency;
        if (facts.Language is { } language)
            fields["Language"] = language;
        if (facts.Harms.Count > 0)
            fields["HarmTypes"] = new JsonArray([.. facts.Harms.Select(harm => (JsonNode)harm)]);
        return fields;
    }

    private static IEnumerable<string> Values(JsonNode? value) => value is JsonArray list ? list.Select(one => one?.ToString() ?? "") : [value?.ToString() ?? ""];
}
