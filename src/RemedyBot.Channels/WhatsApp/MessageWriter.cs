using System.Buffers;
using System.Text.Encodings.Web;
using System.Text.Json;
using RemedyBot.Channels.Activities;
using RemedyBot.Channels.Apps;

namespace RemedyBot.Channels.WhatsApp;

/// <summary>Messages in the form that the Cloud API takes. What is to be tapped was fitted before by the channel's limits.</summary>
public static class MessageWriter
{
    /// <summary>Characters of the button that opens a list.</summary>
    public const int LongestOpener = 20;

    private static readonly JsonWriterOptions Wire = new() { Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping };

    /// <param name="turn">The turn that asks: a tap brings it back.</param>
    /// <param name="list">From how many on what is to be tapped becomes a list, and what stands on the button that opens it.</param>
    public static byte[] Message(string person, Activity message, int turn, (int Buttons, string Opener) list) => Written(person, json =>
    {
        if (message.SuggestedActions is not { Actions: { Count: > 0 } actions } shown)
        {
            json.WriteString("type", "text");
            json.WriteStartObject("text");
            json.WriteBoolean("preview_url", false);
            json.WriteString("body", message.Text);
            json.WriteEndObject();
            return;
        }
        json.WriteString("type", "interactive");
        json.WriteStartObject("interactive");
        var opens = shown.IsList || actions.Count > list.Buttons;
        json.WriteString("type", opens ? "list" : "button");
        json.WriteStartObject("body");
        json.WriteString("text", message.Text);
        json.WriteEndObject();
        json.WriteStartObject("action");
        if (opens)
            List(json, actions, turn, list.Opener);
        else
            Buttons(json, actions, turn);
        json.WriteEndObject();
        json.WriteEndObject();
    });

    /// <summary>A template without parameters: its words are the operator's, and WhatsApp's to approve.</summary>
    public static byte[] Template(string person, string name, string language) => Written(person, json =>
    {
        json.WriteString("type", "template");
        json.WriteStartObject("template");
        json.WriteString("name", name);
        json.WriteStartObject("language");
        json.WriteString("code", language);
        json.WriteEndObject();
        json.WriteEndObject();
    });

    /// <summary>WhatsApp's own id of a person has a country before a point; everything else is a number.</summary>
    private static byte[] Written(string person, Action<Utf8JsonWriter> content)
    {
        var buffer = new ArrayBufferWriter<byte>();
        using (var json = new Utf8JsonWriter(buffer, Wire))
        {
            json.WriteStartObject();
            json.WriteString("messaging_product", "whatsapp");
            json.WriteString("recipient_type", "individual");
            json.WriteString(person.Contains('.', StringComparison.Ordinal) ? "recipient" : "to", person);
            content(json);
            json.WriteEndObject();
        }
        return buffer.WrittenSpan.ToArray();
    }

    private static void Buttons(Utf8JsonWriter json, IReadOnlyList<CardAction> actions, int turn)
    {
        json.WriteStartArray("buttons");
        foreach (var action in actions)
        {
            json.WriteStartObject();
            json.WriteString("type", "reply");
            json.WriteStartObject("reply");
            json.WriteString("id", Tap.Write(turn, action.Value));
            json.WriteString("title", action.Title);
            json.WriteEndObject();
            json.WriteEndObject();
        }
        json.WriteEndArray();
    }

    private static void List(Utf8JsonWriter json, IReadOnlyList<CardAction> actions, int turn, string opener)
    {
        json.WriteString("button", opener);
        json.WriteStartArray("sections");
        json.WriteStartObject();
        json.WriteStartArray("rows");
        foreach (var action in actions)
        {
            json.WriteStartObject();
            json.WriteString("id", Tap.Write(turn, action.Value));
            json.WriteString("title", action.Title);
            json.WriteEndObject();
        }
        json.WriteEndArray();
        json.WriteEndObject();
        json.WriteEndArray();
    }
}
