using System.Text.Json.Nodes;
using RemedyBot.Handoff.Delivery.Web;

namespace RemedyBot.Handoff.Delivery.RequestTracker;

/// <summary>What a ticket is filled with. Plain text always: RT stores HTML as it was sent.</summary>
internal static class TicketText
{
    internal static JsonObject Of(Parcel parcel, RequestTrackerSettings settings, SenderTexts texts)
    {
        var clear = parcel.Form == ParcelForm.Clear && !settings.NoticeOnly;
        var sealedOnly = parcel.Form == ParcelForm.Jwe && !settings.NoticeOnly;
        var body = clear ? parcel.Text ?? "" : SenderTexts.Fill(sealedOnly ? texts.Sealed : texts.Waiting, parcel.Ref);
        var attachments = new JsonArray();
        if (clear)
            attachments.Add(RequestTrackerRest.Attachment($"{parcel.Ref}.json", "application/json", parcel.Content));
        if ((clear ? parcel.Sealed : sealedOnly ? parcel.Content : null) is { } jwe)
            attachments.Add(RequestTrackerRest.Attachment($"{parcel.Ref}.jwe", "application/jose", jwe));
        return new JsonObject
        {
            ["Queue"] = settings.Queue,
            ["Subject"] = texts.SubjectOf(parcel),
            ["Content"] = body,
            ["ContentType"] = "text/plain",
            ["CustomFields"] = Fields(parcel.Ref, clear ? CaseFacts.Of(parcel.Content) : CaseFacts.None),
            ["Attachments"] = attachments,
        };
    }

    internal static JsonObject Said(Parcel parcel, string mark, string words)
    {
        var said = new JsonObject { ["Subject"] = mark, ["Content"] = words, ["ContentType"] = "text/plain" };
        // The signed notice itself, or the sealed answer.
        if (parcel.Form == ParcelForm.Withdrawal)
            said["Attachments"] = new JsonArray(RequestTrackerRest.Attachment($"{parcel.Ref}.withdrawal.jws", "application/jose", parcel.Content));
        else if (parcel.Sealed is { } jwe)
            said["Attachments"] = new JsonArray(RequestTrackerRest.Attachment($"{parcel.Ref}.{parcel.Part}.jwe", "application/jose", jwe));
        return said;
    }

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
