using System.Globalization;
using System.Text.Json.Nodes;

namespace RemedyBot.Tests.Channels.WhatsApp;

/// <summary>Calls as the Cloud API's documentation shows them.</summary>
internal static class AWebhook
{
    public static JsonObject Of(string phoneNumberId, params JsonObject[] messages) => new()
    {
        ["object"] = "whatsapp_business_account",
        ["entry"] = new JsonArray(new JsonObject
        {
            ["id"] = "102290129340398",
            ["changes"] = new JsonArray(new JsonObject
            {
                ["field"] = "messages",
                ["value"] = new JsonObject
                {
                    ["messaging_product"] = "whatsapp",
                    ["metadata"] = new JsonObject { ["display_phone_number"] = "15550783881", ["phone_number_id"] = phoneNumberId },
                    ["contacts"] = new JsonArray(new JsonObject { ["profile"] = new JsonObject { ["name"] = "A Name" }, ["wa_id"] = "16315551181" }),
                    ["messages"] = new JsonArray([.. messages.Select(m => m.DeepClone())]),
                },
            }),
        }),
    };

    public static JsonObject Of(string from, string id, long at, string type, JsonObject content) => new()
    {
        ["from"] = from,
        ["id"] = id,
        ["timestamp"] = at.ToString(CultureInfo.InvariantCulture),
        ["type"] = type,
        [type] = content,
    };

    public static JsonObject Text(string from, string id, long at, string words) => Of(from, id, at, "text", new() { ["body"] = words });

    public static JsonObject Button(string from, string id, long at, string carries, string title) =>
        Of(from, id, at, "interactive", new() { ["type"] = "button_reply", ["button_reply"] = new JsonObject { ["id"] = carries, ["title"] = title } });

    public static JsonObject Row(string from, string id, long at, string carries, string title) =>
        Of(from, id, at, "interactive", new() { ["type"] = "list_reply", ["list_reply"] = new JsonObject { ["id"] = carries, ["title"] = title } });
}
