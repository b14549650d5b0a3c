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

    /// <param name="there">The ticket. RT opens an ended one again at a correspondence, not at a comment.</param>
    internal static JsonObject Said(TicketMessage message, JsonNode there)
    {
        var said = new JsonObject { ["Subject"] = message.Subject, ["Content"] = message.Words, ["ContentType"] = "text/plain" };
        if (there.TextOrNull("Status") is "resolved" or RequestTrackerRest.Rejected)
            said["Status"] = "open";
        if (message.Files.Count > 0)
            said["Attachments"] = Attachments(message);
        return said;
    }

    private static JsonArray Attachments(TicketMessage message) => new([.. message.Files.Select(file =>
        new JsonObject { ["FileName"] = file.Name, ["FileType"] = file.Type, ["FileContent"] = file.Base64 })]);

    /// <summary>Names of custom fields that RT did not keep as they were sent: it says 201 all the same.</summary>
    internal static IReadOnlyList<string> Lost(JsonObject sent, JsonNode there)
    {
        // One of the queue and one of all queues may have the same name.
        var kept = there.List("CustomFields").ToLookup(field => field.Text("name"), field => field.List("values"), StringComparer.Ordinal);
        return [.. ((JsonObject)sent["CustomFields"]!)
            .Where(field => !Values(field.Value).All(kept[field.Key].SelectMany(Values).Contains))
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
