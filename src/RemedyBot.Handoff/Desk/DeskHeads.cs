using System.Text.Json;
using RemedyBot.Handoff.Consent;
using RemedyBot.Handoff.Letters;

namespace RemedyBot.Handoff.Desk;

/// <summary>Draws the list's line out of a projection; what the consent left out stays out.</summary>
public static class DeskHeads
{
    private const int LongestWord = 40;

    public static DeskHead Draw(string projection, ConsentTerms terms, BoxAddress box)
    {
        using var document = JsonDocument.Parse(projection);
        var root = document.RootElement;
        return new DeskHead(
            Word(root, "id") ?? "",
            HandoffState.Delivered,
            Member(root, "urgency") is { } urgency ? Word(urgency, "level") : null,
            Language(root),
            Harm(root),
            terms.Day,
            terms.Expires,
            box);
    }

    private static string? Language(JsonElement root)
    {
        var spoken = Member(root, "person") is { } person && Member(person, "languages") is { ValueKind: JsonValueKind.Array } languages
            ? languages.EnumerateArray().Select(AsWord).FirstOrDefault()
            : null;
        return spoken ?? (Member(root, "statement") is { } statement && Member(statement, "original") is { } original ? Word(original, "lang") : null);
    }

    private static string? Harm(JsonElement root)
    {
        if (Member(root, "harms") is not { ValueKind: JsonValueKind.Array } harms)
            return null;
        var objects = harms.EnumerateArray().Where(harm => harm.ValueKind == JsonValueKind.Object).ToList();
        var primary = objects.FindIndex(harm => Member(harm, "primary") is { ValueKind: JsonValueKind.True });
        return objects.Count == 0 ? null : Word(objects[Math.Max(0, primary)], "leaf");
    }

    private static JsonElement? Member(JsonElement element, string name) =>
        element.ValueKind == JsonValueKind.Object && element.TryGetProperty(name, out var value) ? value : null;

    private static string? Word(JsonElement element, string name) => Member(element, name) is { } value ? AsWord(value) : null;

    // Bounded, so that every head fits the same room.
    private static string? AsWord(JsonElement value) =>
        value.ValueKind == JsonValueKind.String && value.GetString() is { Length: > 0 and <= LongestWord } word ? word : null;
}
