using System.Globalization;
using System.Text.Json.Nodes;
using RemedyBot.Remedy.Cases;

namespace RemedyBot.Remedy.Reading;

/// <summary>Lays a summary, or the part of it that one recipient gets, out as lines for any language.</summary>
public static class SummaryText
{
    /// <summary>Computed, technical, or told by another line.</summary>
    private static readonly HashSet<string> Unsaid = new(StringComparer.Ordinal)
    {
        "/harms/-/primary", "/statement/original/lang", "/statement/rendered/-/lang", "/statement/rendered/-/engine", "/locations/-/id",
        "/locations/-/url_normalised", "/timeline/-/certainty", "/timeline/-/what", "/evidence/-/id", "/evidence/-/describes",
        "/evidence/-/sha256", "/perpetrator/name_slot", "/jurisdictions/-/iso", "/jurisdictions/-/basis", "/remedies/-/priority",
        "/evidence_gaps",
    };

    /// <summary>One line for all of them, however many items there are.</summary>
    private static readonly HashSet<string> Joined = new(StringComparer.Ordinal)
    {
        "/harms/-/leaf", "/evidence/-/kind", "/impacts/-/axis", "/actions/-/to", "/remedies/-/type", "/remedies/-/item",
    };

    /// <summary>Every label and value key that a line may use, for the check that all have words.</summary>
    public static IEnumerable<string> Keys => FieldTable.Current.Fields
        .Where(Said)
        .SelectMany(f => f.Values.Where(_ => f.Path != "/timeline/-/what").Select(v => ValueKey(f, v)).Prepend(LabelOf(f.Path)))
        .Concat(FieldTable.Current.Find("/timeline/-/what")!.Values.Select(v => "fields/event." + v))
        .Concat(FieldTable.Current.Find("/timeline/-/certainty")!.Values.Select(v => "fields/certainty." + v))
        .Concat(Triage.Modifier.All.Select(m => "fields/reason." + m.Id))
        .Concat(["fields/reason.cleared", "fields/b3.yes", "fields/b3.no"])
        .Concat(Enumerable.Range(1, 13).Select(g => "fields/group.g" + g.ToString(CultureInfo.InvariantCulture)))
        .Distinct(StringComparer.Ordinal);

    public static IReadOnlyList<SummaryLine> Lines(CaseSummary summary)
    {
        var lines = new List<SummaryLine>();
        Walk(SummaryJson.ToNode(summary), "", "", lines, summary);
        return lines;
    }

    private static bool Said(Field field) =>
        field.Group is not ("envelope" or "consent") && !Unsaid.Contains(field.Path) && (field.Group != "never" || field.Path == "/fears");

    private static void Walk(JsonObject part, string path, string at, List<SummaryLine> lines, CaseSummary summary)
    {
        foreach (var (name, value) in part)
        {
            var (field, here) = ($"{path}/{name}", $"{at}/{name}");
            switch (value)
            {
                case JsonObject inner:
                    Walk(inner, field, here, lines, summary);
                    break;
                case JsonArray { Count: > 0 } items when items[0] is JsonObject:
                    for (var i = 0; i < items.Count; i++)
                        Walk(items[i]!.AsObject(), field + "/-", $"{here}/{i.ToString(CultureInfo.InvariantCulture)}", lines, summary);
                    break;
                case not null when FieldTable.Current.Find(field) is { } known && Said(known) && !Repeats(known, part, summary):
                    Add(known, here, part, value is JsonArray list ? [.. list] : [value], lines);
                    break;
            }
        }
    }

    private static bool Repeats(Field field, JsonObject part, CaseSummary summary) => field.Path switch
    {
        "/person/under_18" => part.ContainsKey("age_band"),
        "/contact/device_shared_or_monitored" => summary.Safety?.DeviceCompromise is not null,
        "/remedies/-/type" => part.ContainsKey("item"),
        _ => false,
    };

    private static void Add(Field field, string at, JsonObject part, List<JsonNode?> values, List<SummaryLine> lines)
    {
        var label = LabelOf(field.Path);
        var parts = values.OfType<JsonValue>().Select(v => PartOf(field, v)).ToList();
        if (field.Path == "/timeline/-/when")
        {
            if ((string?)part["what"] is { } what)
                label = "fields/event." + what;
            if ((string?)part["certainty"] is "about" or "guess")
                parts.Add(new ValuePart(ValueKind.Key, "fields/certainty." + (string)part["certainty"]!));
        }
        var begun = Joined.Contains(field.Path) ? lines.FindIndex(l => l.LabelKey == label) : -1;
        if (begun >= 0)
            lines[begun] = lines[begun] with { Values = [.. lines[begun].Values, .. parts] };
        else
            lines.Add(new SummaryLine(at, field.Group, label, parts));
    }

    private static ValuePart PartOf(Field field, JsonValue value)
    {
        if (field.Type == "boolean")
            return new ValuePart(ValueKind.Key, value.GetValue<bool>() ? "fields/b3.yes" : "fields/b3.no");
        if (!value.TryGetValue<string>(out var text))
            return new ValuePart(ValueKind.Words, value.ToJsonString());
        if (field.Values.Count > 0)
            return new ValuePart(ValueKind.Key, ValueKey(field, text));
        return field.Type switch
        {
            "leaf" => new ValuePart(ValueKind.Key, "harms/" + text),
            "reason" => new ValuePart(ValueKind.Key, ReasonKey(text)),
            "iso" or "region" => new ValuePart(ValueKind.Country, text),
            "lang" => new ValuePart(ValueKind.Language, text),
            "edtf" or "date" => new ValuePart(ValueKind.Date, text),
            "routeid" => new ValuePart(ValueKind.Route, text),
            _ when field.Path == "/locations/-/platform_id" => new ValuePart(ValueKind.Platform, text),
            _ => new ValuePart(ValueKind.Words, text),
        };
    }

    private static string ReasonKey(string reason)
    {
        var colon = reason.IndexOf(':', StringComparison.Ordinal);
        return reason[..colon] switch
        {
            "leaf" => "harms/" + reason[(colon + 1)..],
            "cleared" => "fields/reason.cleared",
            _ => "fields/reason." + reason[(colon + 1)..],
        };
    }

    private static string LabelOf(string path) =>
        "fields/" + path[1..].Replace("/-", "", StringComparison.Ordinal).Replace('/', '.');

    private static string ValueKey(Field field, string value) => $"fields/{field.Type}.{value}";
}
