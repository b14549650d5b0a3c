using System.Text.Encodings.Web;
using System.Text.Json;
using RemedyBot.Turns;

namespace RemedyBot.Commands;

/// <summary>A turn's reply as one line of JSON (contract, section 2).</summary>
public static class ChatJson
{
    private static readonly JsonWriterOptions Options = new() { Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping };

    public static byte[] Write(TurnReply reply)
    {
        using var buffer = new MemoryStream();
        using (var json = new Utf8JsonWriter(buffer, Options))
        {
            json.WriteStartObject();
            json.WriteStartArray("messages");
            foreach (var message in reply.Messages)
                Message(json, message);
            json.WriteEndArray();
            json.WriteBoolean("ended", reply.Ended);
            json.WriteString("code", reply.Code);
            if (reply.Trace is { } trace)
            {
                json.WritePropertyName("trace");
                trace.WriteTo(json);
            }
            json.WriteEndObject();
        }
        buffer.WriteByte((byte)'\n');
        return buffer.ToArray();
    }

    private static void Message(Utf8JsonWriter json, OutMessage message)
    {
        json.WriteStartObject();
        json.WriteString("text", message.Text);
        json.WriteString("step", message.Step);
        json.WriteString("topic", message.Topic);
        json.WriteString("kind", message.Kind);
        json.WriteString("field", message.Field);
        Titled(json, "choices", message.Choices);
        Titled(json, "wishes", message.Wishes);
        json.WriteString("code", message.Code);
        if (message.Progress is { } progress)
        {
            json.WriteStartObject("progress");
            json.WriteNumber("at", progress.At);
            json.WriteNumber("of", progress.Of);
            json.WriteEndObject();
        }
        else
            json.WriteNull("progress");
        if (message.Kind == "consent")
            Consent(json, message);
        json.WriteEndObject();
    }

    private static void Consent(Utf8JsonWriter json, OutMessage message)
    {
        if (message.Recipient is { } recipient)
        {
            json.WriteStartObject("recipient");
            json.WriteString("kind", recipient.Kind);
            json.WriteString("id", recipient.Id);
            json.WriteString("name", recipient.Name);
            json.WriteString("column", recipient.Column);
            json.WriteEndObject();
        }
        json.WriteStartArray("groups");
        foreach (var group in message.Groups ?? [])
            json.WriteStringValue(group);
        json.WriteEndArray();
        json.WriteString("by", message.By);
    }

    private static void Titled(Utf8JsonWriter json, string name, IReadOnlyList<Option> options)
    {
        json.WriteStartArray(name);
        foreach (var option in options)
        {
            json.WriteStartObject();
            json.WriteString("value", option.Value);
            json.WriteString("title", option.Title);
            json.WriteEndObject();
        }
        json.WriteEndArray();
    }
}
