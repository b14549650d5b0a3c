using System.Text.Json.Nodes;
using RemedyBot.Dialogs.Turns;

namespace RemedyBot.Remedy.Cases.Folding;

/// <summary>Lays the answers that count into the draft, each at the place its pointer names.</summary>
internal sealed class AnswerFold(JsonObject draft, SummaryContext context)
{
    public void Apply(IReadOnlyList<Answer> answers)
    {
        var log = Filling(answers);
        HarmFold.Apply(draft, log, context.Taxonomy);
        foreach (var answer in Latest(log))
            Apply(answer);
        PlaceFold.Apply(draft, Latest(log), context.Platforms);
        RemedyFold.Apply(draft, Latest(log));
    }

    /// <summary>The answers that fill a field, in the order they were given.</summary>
    public static List<Answer> Filling(IReadOnlyList<Answer> answers) => [.. answers.Where(a => a.Field is not null).OrderBy(a => a.Order)];

    /// <summary>Of two answers to one field the later counts; a skip takes the earlier one away.</summary>
    private static IEnumerable<Answer> Latest(List<Answer> log) => log
        .GroupBy(a => (a.Field, a.Item))
        .Select(g => g.Last())
        .Where(a => a.Kind != AnswerKind.Skipped && a.Values.Count > 0)
        .OrderBy(a => a.Order);

    private void Apply(Answer answer)
    {
        var path = FieldPath.Parse(answer.Field!);
        switch (path)
        {
            case { Pointer: "/safety/device_compromise" }:
                Set("/safety/device_compromise", answer);
                Set("/contact/device_shared_or_monitored", answer);
                break;
            case { Pointer: "/statement/original" or "/statement/original/text" }:
                Set("/statement/original/text", answer);
                if (draft["statement"]?["original"] is JsonObject original)
                    original["lang"] = context.Language;
                break;
            case { Pointer: "/contact/safe_times" }:
                SafeTimeFold.Apply(Part("contact"), answer.Values);
                break;
            case { List: "harms" or "locations" or "remedies" or "consent" or "provenance" or "eligible_routes" }:
                break;
            case { List: null }:
                Set(path.Pointer, answer);
                break;
            default:
                ListFold.Apply(draft, path, answer);
                break;
        }
    }

    private void Set(string pointer, Answer answer)
    {
        if (FieldTable.Current.Find(pointer) is not { } field || !AnswerFields.IsOpen(field))
            return;
        var values = answer.Values.Take(field.IsList ? 200 : 1).Select(v => FieldValue.Of(field, v)).OfType<JsonNode>().ToArray();
        if (values.Length == 0)
            return;
        var segments = pointer.Split('/', StringSplitOptions.RemoveEmptyEntries);
        var at = segments[..^1].Aggregate(draft, Part);
        at[segments[^1]] = field.IsList ? new JsonArray(values) : values[0];
    }

    private JsonObject Part(string name) => Part(draft, name);

    private static JsonObject Part(JsonObject at, string name)
    {
        if (at[name] is not JsonObject part)
            at[name] = part = [];
        return part;
    }
}
