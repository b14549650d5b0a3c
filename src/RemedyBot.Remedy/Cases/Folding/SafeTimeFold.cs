using System.Text.Json.Nodes;

namespace RemedyBot.Remedy.Cases.Folding;

/// <summary>Hours when a contact is safe: chosen parts of the day become hours, own words stay words.</summary>
internal static class SafeTimeFold
{
    public static void Apply(JsonObject contact, IReadOnlyList<string> values)
    {
        var times = values.Where(v => v.Trim().Length > 0).Take(20).Select(Time).ToArray();
        if (times.Length > 0)
            contact["safe_times"] = new JsonArray(times);
    }

    private static JsonObject Time(string value) => value switch
    {
        "morning" => Hours("1-7", "08:00", "12:00"),
        "afternoon" => Hours("1-7", "12:00", "17:00"),
        "evening" => Hours("1-7", "17:00", "21:00"),
        "night" => Hours("1-7", "21:00", "23:59"),
        "weekdays" => new JsonObject { ["days"] = "1-5" },
        "weekend" => new JsonObject { ["days"] = "6-7" },
        "any" or "anytime" => new JsonObject { ["days"] = "1-7" },
        _ => Own(value),
    };

    private static JsonObject Own(string words) =>
        FieldValue.Of(FieldTable.Current.Find("/contact/safe_times/-/words")!, words) is { } own ? new JsonObject { ["words"] = own } : [];

    private static JsonObject Hours(string days, string from, string to) => new() { ["days"] = days, ["from"] = from, ["to"] = to };
}
