using System.Collections.Immutable;
using System.Text.Json;
using System.Text.Json.Serialization;

namespace RemedyBot.Dialogs.Turns;

/// <summary>
/// The conversation as JSON, by hand: it is read and written at every turn, and is most of what is sealed. An entry is
/// [key, kind, order, field, values, raised, cleared] without what is empty at its end.
/// </summary>
public sealed class ConversationConverter : JsonConverter<Conversation>
{
    public override Conversation Read(ref Utf8JsonReader reader, Type typeToConvert, JsonSerializerOptions options)
    {
        Enter(ref reader, JsonTokenType.StartObject);
        var read = new Conversation();
        while (reader.Read() && reader.TokenType == JsonTokenType.PropertyName)
            read = Property(ref reader, read);
        return read;
    }

    public override void Write(Utf8JsonWriter writer, Conversation value, JsonSerializerOptions options)
    {
        writer.WriteStartObject();
        writer.WriteNumber("format"u8, value.Format);
        Text(writer, "language"u8, value.Language);
        writer.WriteStartArray("log"u8);
        foreach (var entry in value.Log)
            Write(writer, entry);
        writer.WriteEndArray();
        if (!value.Heard.IsEmpty)
        {
            writer.WriteStartArray("heard"u8);
            foreach (var heard in value.Heard)
                Pair(writer, "signal", heard.Signal, heard.Order);
            writer.WriteEndArray();
        }
        if (value.Aside is { } aside)
        {
            writer.WritePropertyName("aside"u8);
            Pair(writer, "wish", aside.Wish, aside.Order);
        }
        Text(writer, "reask"u8, value.Reask);
        if (value.Replaced is { } replaced)
        {
            writer.WriteStartObject("replaced"u8);
            writer.WriteNumber("order"u8, replaced.Order);
            writer.WriteStartArray("entries"u8);
            foreach (var entry in replaced.Entries)
                Write(writer, entry);
            writer.WriteEndArray();
            writer.WriteEndObject();
        }
        Text(writer, "asking"u8, value.Asking);
        if (value.Offered is { } offered)
        {
            writer.WritePropertyName("offered"u8);
            Texts(writer, [.. offered]);
        }
        if (!value.Picked.IsEmpty)
        {
            writer.WritePropertyName("picked"u8);
            Texts(writer, [.. value.Picked]);
        }
        writer.WriteNumber("attempts"u8, value.Attempts);
        writer.WriteNumber("progressOf"u8, value.ProgressOf);
        writer.WriteNumber("next"u8, value.Next);
        if (value.Ended)
            writer.WriteBoolean("ended"u8, true);
        Text(writer, "ending"u8, value.Ending);
        writer.WriteEndObject();
    }

    private static Conversation Property(ref Utf8JsonReader reader, Conversation read)
    {
        var name = reader.GetString();
        reader.Read();
        return name switch
        {
            "format" => read with { Format = reader.GetInt32() },
            "language" => read with { Language = reader.GetString() },
            "log" => read with { Log = [.. Log(ref reader)] },
            "heard" => read with { Heard = [.. Pairs(ref reader).Select(p => new Heard(p.Name, p.Order))] },
            "aside" => read with { Aside = Pair(ref reader) is var (wish, order) ? new(wish, order) : null },
            "replaced" => read with { Replaced = ReplacedBy(ref reader) },
            "reask" => read with { Reask = reader.GetString() },
            "asking" => read with { Asking = reader.GetString() },
            "offered" => read with { Offered = [.. Texts(ref reader)] },
            "picked" => read with { Picked = [.. Texts(ref reader)] },
            "attempts" => read with { Attempts = reader.GetInt32() },
            "progressOf" => read with { ProgressOf = reader.GetInt32() },
            "next" => read with { Next = reader.GetInt32() },
            "ended" => read with { Ended = reader.GetBoolean() },
            "ending" => read with { Ending = reader.GetString() },
            _ => throw new JsonException(),
        };
    }

    private static List<Entry> Log(ref Utf8JsonReader reader)
    {
        var log = new List<Entry>();
        Enter(ref reader, JsonTokenType.StartArray);
        while (reader.Read() && reader.TokenType != JsonTokenType.EndArray)
            log.Add(Entry(ref reader));
        return log;
    }

    private static Replaced ReplacedBy(ref Utf8JsonReader reader)
    {
        Enter(ref reader, JsonTokenType.StartObject);
        var (order, entries) = (0, ImmutableList<Entry>.Empty);
        while (reader.Read() && reader.TokenType == JsonTokenType.PropertyName)
        {
            reader.Read();
            if (reader.TokenType == JsonTokenType.Number)
                order = reader.GetInt32();
            else
                entries = [.. Log(ref reader)];
        }
        return new(order, entries);
    }

    private static Entry Entry(ref Utf8JsonReader reader)
    {
        var draft = new Draft();
        if (reader.TokenType == JsonTokenType.StartObject)
        {
            // As the first format wrote it: each part by its name.
            while (reader.Read() && reader.TokenType == JsonTokenType.PropertyName)
            {
                var part = Array.IndexOf(Parts, reader.GetString());
                reader.Read();
                draft.Take(ref reader, part);
            }
        }
        else
        {
            Enter(ref reader, JsonTokenType.StartArray);
            for (var part = 0; reader.Read() && reader.TokenType != JsonTokenType.EndArray; part++)
                draft.Take(ref reader, part);
        }
        return new(draft.Key ?? throw new JsonException(), draft.Kind)
        {
            Order = draft.Order,
            Field = draft.Field,
            Values = draft.Values.IsDefault ? [] : draft.Values,
            Raised = draft.Raised.IsDefault ? [] : draft.Raised,
            Cleared = draft.Cleared.IsDefault ? [] : draft.Cleared,
        };
    }

    private static readonly string[] Parts = ["key", "kind", "order", "field", "values", "raised", "cleared"];

    private struct Draft
    {
        public string? Key, Field;
        public EntryKind Kind;
        public int Order;
        public ImmutableArray<string> Values, Raised, Cleared;

        public void Take(ref Utf8JsonReader reader, int part)
        {
            switch (part)
            {
                case 0: Key = reader.GetString(); break;
                case 1: Kind = (EntryKind)reader.GetInt32(); break;
                case 2: Order = reader.GetInt32(); break;
                case 3: Field = reader.GetString(); break;
                case 4: Values = Texts(ref reader); break;
                case 5: Raised = Texts(ref reader); break;
                case 6: Cleared = Texts(ref reader); break;
                default: throw new JsonException();
            }
        }
    }

    private static void Write(Utf8JsonWriter writer, Entry entry)
    {
        writer.WriteStartArray();
        writer.WriteStringValue(entry.Key);
        writer.WriteNumberValue((int)entry.Kind);
        writer.WriteNumberValue(entry.Order);
        var parts = entry.Cleared.Length > 0 ? 4 : entry.Raised.Length > 0 ? 3 : entry.Values.Length > 0 ? 2 : entry.Field is not null ? 1 : 0;
        if (parts > 0)
            writer.WriteStringValue(entry.Field);
        if (parts > 1)
            Texts(writer, entry.Values);
        if (parts > 2)
            Texts(writer, entry.Raised);
        if (parts > 3)
            Texts(writer, entry.Cleared);
        writer.WriteEndArray();
    }

    private static List<(string Name, int Order)> Pairs(ref Utf8JsonReader reader)
    {
        var pairs = new List<(string, int)>();
        Enter(ref reader, JsonTokenType.StartArray);
        while (reader.Read() && reader.TokenType != JsonTokenType.EndArray)
            pairs.Add(Pair(ref reader));
        return pairs;
    }

    private static (string Name, int Order) Pair(ref Utf8JsonReader reader)
    {
        Enter(ref reader, JsonTokenType.StartObject);
        var (name, order) = ("", 0);
        while (reader.Read() && reader.TokenType == JsonTokenType.PropertyName)
        {
            reader.Read();
            if (reader.TokenType == JsonTokenType.Number)
                order = reader.GetInt32();
            else
                name = reader.GetString() ?? throw new JsonException();
        }
        return (name, order);
    }

    private static void Pair(Utf8JsonWriter writer, string property, string name, int order)
    {
        writer.WriteStartObject();
        writer.WriteString(property, name);
        writer.WriteNumber("order"u8, order);
        writer.WriteEndObject();
    }

    private static ImmutableArray<string> Texts(ref Utf8JsonReader reader)
    {
        Enter(ref reader, JsonTokenType.StartArray);
        var texts = ImmutableArray<string>.Empty;
        while (reader.Read() && reader.TokenType != JsonTokenType.EndArray)
            texts = texts.Add(reader.GetString() ?? throw new JsonException());
        return texts;
    }

    private static void Texts(Utf8JsonWriter writer, ImmutableArray<string> texts)
    {
        writer.WriteStartArray();
        foreach (var text in texts)
            writer.WriteStringValue(text);
        writer.WriteEndArray();
    }

    private static void Text(Utf8JsonWriter writer, ReadOnlySpan<byte> name, string? text)
    {
        if (text is not null)
            writer.WriteString(name, text);
    }

    private static void Enter(ref Utf8JsonReader reader, JsonTokenType wanted)
    {
        if (reader.TokenType != wanted)
            throw new JsonException();
    }
}
