using System.Buffers;
using System.Text.Encodings.Web;
using System.Text.Json;

namespace RemedyBot.Channels.Signal;

/// <summary>Calls of signal-cli's JSON-RPC, each one line.</summary>
public sealed class SignalCalls(string? account)
{
    private static readonly JsonWriterOptions Wire = new() { Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping };

    public byte[] Subscribe(string id) => Call(id, "subscribeReceive", _ => { });

    public byte[] Version(string id) => Call(id, "version", null);

    /// <summary>Reads our own account's devices, sends nothing.</summary>
    public byte[] Devices(string id) => Call(id, "listDevices", _ => { });

    public byte[] Send(string id, string person, string text) => Call(id, "send", json =>
    {
        People(json, person);
        json.WriteString("message", text);
    });

    public byte[] SendToGroup(string id, string group, string text) => Call(id, "send", json =>
    {
        json.WriteString("groupId", group);
        json.WriteString("message", text);
    });

    public byte[] Leave(string id, string group) => Call(id, "quitGroup", json => json.WriteString("groupId", group));

    /// <param name="sent">The time that signal-cli told when it sent the message.</param>
    public byte[] TakeBack(string id, string person, long sent) => Call(id, "remoteDelete", json =>
    {
        People(json, person);
        json.WriteNumber("targetTimestamp", sent);
    });

    public byte[] Vanish(string id, string person, int seconds) => Call(id, "updateContact", json =>
    {
        json.WriteString("recipient", person);
        json.WriteNumber("expiration", seconds);
    });

    private static void People(Utf8JsonWriter json, string person)
    {
        json.WriteStartArray("recipient");
        json.WriteStringValue(person);
        json.WriteEndArray();
    }

    /// <param name="parameters">Null: a call that concerns no account.</param>
    private byte[] Call(string id, string method, Action<Utf8JsonWriter>? parameters)
    {
        var buffer = new ArrayBufferWriter<byte>();
        using (var json = new Utf8JsonWriter(buffer, Wire))
        {
            json.WriteStartObject();
            json.WriteString("jsonrpc", "2.0");
            json.WriteString("method", method);
            if (parameters is not null)
            {
                json.WriteStartObject("params");
                if (account is not null)
                    json.WriteString("account", account);
                parameters(json);
                json.WriteEndObject();
            }
            json.WriteString("id", id);
            json.WriteEndObject();
        }
        return buffer.WrittenSpan.ToArray();
    }
}
