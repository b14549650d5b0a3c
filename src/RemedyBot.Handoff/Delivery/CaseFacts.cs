using System.Text.Json;

namespace RemedyBot.Handoff.Delivery;

/// <summary>
/// What a ticket's fields are filled with: read out of the projection that this recipient may have, so that a field which was not consented
/// to cannot be there.
/// </summary>
/// <param name="Urgency">critical, high, normal or low; null where it is not theirs to know.</param>
/// <param name="Language">BCP 47.</param>
internal sealed record CaseFacts(string? Urgency, string? Language, IReadOnlyList<string> Harms, string? Country)
{
    internal static readonly CaseFacts None = new(null, null, [], null);

    /// <param name="bundle">The parcel's clear content.</param>
    internal static CaseFacts Of(string bundle)
    {
        try
        {
            using var document = JsonDocument.Parse(bundle);
            var projection = Member(document.RootElement, "projection") ?? document.RootElement;
            var person = Member(projection, "person");
            var languages = person is { } one ? Member(one, "languages") : null;
            return new CaseFacts(
                UrgencyOf(Text(Member(projection, "urgency"), "level")),
                languages is { ValueKind: JsonValueKind.Array } list && list.GetArrayLength() > 0 ? list[0].GetString() : null,
                Member(projection, "harms") is { ValueKind: JsonValueKind.Array } harms ? [.. harms.EnumerateArray().Select(harm => Text(harm, "leaf")).OfType<string>()] : [],
                Text(person, "country"));
        }
        catch (JsonException)
        {
            return None;
        }
    }

    private static string? UrgencyOf(string? level) => level switch
    {
        "U0" => "critical",
        "U1" => "high",
        "U2" => "normal",
        "U3" => "low",
        _ => null,
    };

    private static JsonElement? Member(JsonElement element, string name) =>
        element.ValueKind == JsonValueKind.Object && element.TryGetProperty(name, out var value) ? value : null;

    private static string? Text(JsonElement? element, string name) =>
        element is { } parent && Member(parent, name) is { ValueKind: JsonValueKind.String } value ? value.GetString() : null;

    public override string ToString() => nameof(CaseFacts);
}
