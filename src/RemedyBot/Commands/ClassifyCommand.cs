using System.CommandLine;
using System.Text;
using System.Text.Encodings.Web;
using System.Text.Json;
using RemedyBot.Composition;
using RemedyBot.Understanding.Messages;
using RemedyBot.Understanding.Signals;

namespace RemedyBot.Commands;

/// <summary>`remedybot classify`: JSONL in, JSONL out (contract, section 3).</summary>
public static class ClassifyCommand
{
    private static readonly UTF8Encoding Utf8 = new(encoderShouldEmitUTF8Identifier: false);
    private static readonly JsonWriterOptions Plain = new() { Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping };

    public static Command Create()
    {
        var content = new Option<string?>("--content") { Description = "A content folder laid over the shipped one; it may carry a model of its own." };
        var command = new Command("classify", "Suggest harms, signals and language for messages: one JSON object {\"id\",\"text\",\"lang\"?} a line in, one a line out.\nExample: remedybot classify --content ./our-content") { content };
        command.SetAction(parsed => Run(parsed.GetValue(content)));
        return command;
    }

    private static int Run(string? overlay)
    {
        if (overlay is not null && !Directory.Exists(overlay))
            return Usage.Say("--content names no folder.");
        var folder = new ContentFolder(overlay);
        var signals = SignalFinder.From(LoadedContent.Lists(folder));
        var (reader, problem) = Learning.Reader(folder, signals);
        foreach (var broken in signals.Problems)
            Console.Error.WriteLine($"localization/style/{broken.Language}.yaml:{broken.Line}: {broken.Detail}");
        if (reader is null)
            Console.Error.WriteLine(problem);
        if (reader is null || signals.Problems.Count > 0)
            return Usage.Findings;

        using var input = Console.OpenStandardInput();
        using var output = Console.OpenStandardOutput();
        return Classify(reader, input, output) ? Usage.Well : Usage.Findings;
    }

    /// <summary>Answers each line as it comes, in order.</summary>
    /// <returns>Whether every line could be read.</returns>
    public static bool Classify(MessageReader reader, Stream input, Stream output)
    {
        using var lines = new BufferedStream(input, 65_536);
        using var line = new MemoryStream();
        using var answer = new MemoryStream();
        var well = true;
        while (Next(lines, line))
        {
            answer.SetLength(0);
            well &= Answer(reader, Utf8.GetString(line.GetBuffer().AsSpan(0, (int)line.Length)), answer);
            answer.WriteByte((byte)'\n');
            answer.WriteTo(output);
            output.Flush();
        }

        return well;
    }

    private static bool Next(BufferedStream lines, MemoryStream line)
    {
        line.SetLength(0);
        int next;
        while ((next = lines.ReadByte()) is not (-1 or '\n'))
            line.WriteByte((byte)next);
        return next != -1 || line.Length > 0;
    }

    private static bool Answer(MessageReader reader, string line, MemoryStream answer)
    {
        using var json = new Utf8JsonWriter(answer, Plain);
        try
        {
            using var document = JsonDocument.Parse(line.TrimStart('\uFEFF'));
            var root = document.RootElement;
            if (root.ValueKind != JsonValueKind.Object || !root.TryGetProperty("id", out var id) || !root.TryGetProperty("text", out var text) || text.ValueKind != JsonValueKind.String)
                return Broken(json, "a line must be an object with id and text");
            var hint = root.TryGetProperty("lang", out var lang) && lang.ValueKind == JsonValueKind.String ? Text(lang) : null;
            Write(json, id, reader.Read(Text(text), hint));
            return true;
        }
        // The latter where the name of a property is no text.
        catch (Exception broken) when (broken is JsonException or InvalidOperationException)
        {
            json.Reset();
            return Broken(json, "this line is not JSON");
        }
    }

    private static void Write(Utf8JsonWriter json, JsonElement id, Reading reading)
    {
        json.WriteStartObject();
        json.WritePropertyName("id");
        json.WriteRawValue(id.GetRawText(), skipInputValidation: true);
        json.WriteStartArray("labels");
        foreach (var label in reading.Labels)
        {
            json.WriteStartObject();
            json.WriteString("harm", label.Harm);
            json.WriteNumber("score", Math.Round(label.Score, 4));
            json.WriteEndObject();
        }

        json.WriteEndArray();
        json.WriteString("lang", reading.Language);
        json.WriteBoolean("danger", reading.Signals.Contains(Signal.Danger));
        json.WriteBoolean("minor", reading.Signals.Contains(Signal.Minor));
        json.WriteBoolean("selfharm", reading.Signals.Contains(Signal.SelfHarm));
        json.WriteEndObject();
    }

    private static bool Broken(Utf8JsonWriter json, string error)
    {
        json.WriteStartObject();
        json.WriteNull("id");
        json.WriteString("error", error);
        json.WriteEndObject();
        return false;
    }

    /// <summary>A string as it was meant, lone surrogates included.</summary>
    private static string Text(JsonElement element)
    {
        try
        {
            return element.GetString()!;
        }
        catch (InvalidOperationException)
        {
            return ChatLines.Repaired(element.GetRawText()[1..^1]);
        }
    }
}
