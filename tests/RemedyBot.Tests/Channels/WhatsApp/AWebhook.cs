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

    /// <summary>A message of ours did not arrive.</summary>
    public static JsonObject Failed(string phoneNumberId, string person, int code, string message = "wamid.HBgL")
    {
        var call = Of(phoneNumberId);
        var value = call["entry"]![0]!["changes"]![0]!["value"]!.AsObject();
        value.Remove("messages");
        value["statuses"] = new JsonArray(new JsonObject
        {
            ["id"] = message,
            ["status"] = "failed",
            ["timestamp"] = "1750857384",
            ["recipient_id"] = person,
            ["errors"] = new JsonArray(new JsonObject { ["code"] = code, ["title"] = "told" }),
        });
        return call;
    }

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
