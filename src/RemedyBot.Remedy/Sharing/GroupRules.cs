using System.Text.Json.Nodes;
using RemedyBot.Remedy.Cases;

namespace RemedyBot.Remedy.Sharing;

/// <summary>Which groups a value needs, where that depends on the value and not on its place alone.</summary>
internal static class GroupRules
{
    public const string Never = "never";

    private static readonly string[] SpecialCategory =
        ["orientation", "gender_identity", "health", "religion", "ethnicity", "biometrics", "migration_status", "criminal_record"];

    /// <param name="item">The nearest object the value stands in.</param>
    /// <returns>All of these must be granted; <see cref="Never"/> keeps the value in.</returns>
    public static IEnumerable<string> Needed(Field field, string value, JsonObject item) => field.Path switch
    {
        // Whether someone is under 18 goes with the harm in a field of its own.
        "/person/age_band" or "/person/at_risk" => [value == "prefer_not" ? Never : "g10"],
        "/harms/-/facets/disclosed" when SpecialCategory.Contains(value, StringComparer.Ordinal) => ["g3", "g10"],
        "/urgency/reasons" => OfReason(value),
        _ when field.Path.StartsWith("/evidence/-/", StringComparison.Ordinal) && Is(item, "kind", "medical") => ["g8", "g10"],
        _ when field.Path.StartsWith("/jurisdictions/-/", StringComparison.Ordinal) && Is(item, "basis", "nationality") => ["g3", "g10"],
        _ => [field.Group],
    };

    /// <summary>A reason repeats the answer it came from, so it needs that answer's group too.</summary>
    private static string[] OfReason(string reason) => reason switch
    {
        "mod:outing" => ["g3", "g10"],
        "mod:danger" or "mod:danger_unsure" or "mod:self_harm" or "mod:minor_sexual" or "mod:device_access" => ["g3", "g9"],
        "mod:deadline" => ["g3", "g6"],
        _ when reason.StartsWith("cleared:", StringComparison.Ordinal) => ["g3", "g9"],
        _ => ["g3"],
    };

    /// <summary>Where a group leaves only in part: whether this value is in that part.</summary>
    public static bool Within(string limit, Field field, string value, JsonObject item) => limit switch
    {
        "posted" => field.Path.StartsWith("/timeline/", StringComparison.Ordinal) && (Is(item, "what", "posted") || Is(item, "what", "first_seen")),
        "accounts" => field.Path == "/perpetrator/accounts",
        "state_actor" => field.Path.StartsWith("/state_actor/", StringComparison.Ordinal),
        "company" => field.Path.StartsWith("/company/", StringComparison.Ordinal),
        "ids" => field.Path is "/evidence/-/id" or "/evidence/-/kind" or "/evidence/-/sha256",
        "minor" => field.Path == "/safety/minor_involved" || value == "mod:minor_sexual",
        "restitution" => Is(item, "type", "restitution"),
        _ => throw new InvalidOperationException("The projection table names an unknown limit."),
    };

    private static bool Is(JsonObject item, string name, string value) =>
        item[name] is JsonValue v && v.TryGetValue<string>(out var text) && text == value;
}
