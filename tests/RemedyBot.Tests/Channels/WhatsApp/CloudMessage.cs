using System.Text.Json.Nodes;

namespace RemedyBot.Tests.Channels.WhatsApp;

/// <summary>What the Cloud API's documentation asks of a message.</summary>
internal static class CloudMessage
{
    public static IEnumerable<string> Problems(JsonObject body) =>
        Fields(body, "messaging_product", "recipient_type", "to", "recipient", "type", "text", "interactive", "template")
            .Concat(Is((string?)body["messaging_product"] == "whatsapp", "messaging_product"))
            .Concat(Is((string?)body["recipient_type"] == "individual", "recipient_type"))
            .Concat(Is(body["to"] is null != body["recipient"] is null, "to or recipient"))
            .Concat(Is(body["to"] is null || ((string)body["to"]!).All(char.IsAsciiDigit), "to"))
            .Concat((string?)body["type"] switch
            {
                "text" => Text(body["text"]!.AsObject()),
                "interactive" => Interactive(body["interactive"]!.AsObject()),
                "template" => Fields(body["template"]!.AsObject(), "name", "language").Concat(Is(Length(body["template"]!["language"]!["code"], 1, 10), "language")),
                _ => ["type"],
            });

    private static IEnumerable<string> Text(JsonObject text) =>
        Fields(text, "preview_url", "body").Concat(Is(Length(text["body"], 1, 4096), "text.body")).Concat(Is(text["preview_url"]!.GetValue<bool>() is false, "preview_url"));

    private static IEnumerable<string> Interactive(JsonObject it)
    {
        var action = it["action"]!.AsObject();
        var common = Fields(it, "type", "body", "action").Concat(Is(Length(it["body"]!["text"], 1, 1024), "interactive.body"));
        return common.Concat((string?)it["type"] switch { "button" => Buttons(action), "list" => List(action), _ => ["interactive.type"] });
    }

    private static IEnumerable<string> Buttons(JsonObject action)
    {
        var buttons = action["buttons"]!.AsArray().Select(b => b!.AsObject()).ToList();
        var replies = buttons.Select(b => b["reply"]!.AsObject()).ToList();
        return Fields(action, "buttons")
            .Concat(buttons.SelectMany(b => Fields(b, "type", "reply").Concat(Is((string?)b["type"] == "reply", "button.type"))))
            .Concat(replies.SelectMany(r => Fields(r, "id", "title").Concat(Is(Length(r["id"], 1, 256), "button.id")).Concat(Is(Length(r["title"], 1, 20), "button.title"))))
            .Concat(Is(buttons.Count is >= 1 and <= 3, "buttons"))
            .Concat(Is(Distinct(replies, "id") && Distinct(replies, "title"), "buttons are told apart"));
    }

    private static IEnumerable<string> List(JsonObject action)
    {
        var sections = action["sections"]!.AsArray().Select(s => s!.AsObject()).ToList();
        var rows = sections.SelectMany(s => s["rows"]!.AsArray()).Select(r => r!.AsObject()).ToList();
        return Fields(action, "button", "sections")
            .Concat(Is(Length(action["button"], 1, 20), "list.button"))
            .Concat(sections.SelectMany(s => Fields(s, "title", "rows").Concat(Is(sections.Count == 1 || Length(s["title"], 1, 24), "section.title"))))
            .Concat(rows.SelectMany(r => Fields(r, "id", "title", "description").Concat(Is(Length(r["id"], 1, 200), "row.id")).Concat(Is(Length(r["title"], 1, 24), "row.title"))))
            .Concat(Is(rows.Count is >= 1 and <= 10, "rows"))
            .Concat(Is(Distinct(rows, "id"), "rows are told apart"));
    }

    private static bool Distinct(List<JsonObject> items, string name) => items.Select(i => (string?)i[name]).Distinct(StringComparer.Ordinal).Count() == items.Count;

    private static bool Length(JsonNode? text, int least, int most) => text is not null && ((string)text!).Length is var length && length >= least && length <= most;

    private static IEnumerable<string> Fields(JsonObject of, params string[] known) => of.Select(p => p.Key).Except(known).Select(k => "unknown: " + k);

    private static IEnumerable<string> Is(bool right, string what) => right ? [] : [what];
}
