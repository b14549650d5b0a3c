using System.Text;
using System.Text.Json;

namespace RemedyBot.Commands;

/// <summary>Lines of standard input as messages (contract, section 2): UTF-8, LF ends a line, a JSON string stands for what it decodes to.</summary>
public sealed class ChatLines(Stream input) : IDisposable
{
    private static readonly UTF8Encoding Utf8 = new(encoderShouldEmitUTF8Identifier: false);
    private readonly BufferedStream _input = new(input, 65_536);

    public void Dispose() => _input.Dispose();

    /// <summary>The next message, or null at the end of the input. A last line without LF counts.</summary>
    public string? Read()
    {
        using var line = new MemoryStream();
        int next;
        while ((next = _input.ReadByte()) is not (-1 or '\n'))
            line.WriteByte((byte)next);
        if (next == -1 && line.Length == 0)
            return null;
        var bytes = line.GetBuffer().AsSpan(0, (int)line.Length);
        if (bytes is [.., (byte)'\r'])
            bytes = bytes[..^1];
        return bytes is [(byte)'"', ..] && Decoded(bytes) is { } text ? text : Utf8.GetString(bytes);
    }

    private static string? Decoded(ReadOnlySpan<byte> bytes)
    {
        var json = new Utf8JsonReader(bytes);
        try
        {
            json.Read();
            var text = json;
            return json.Read() ? null : Text(text);
        }
        catch (JsonException)
        {
            return null;
        }
    }

    private static string Text(Utf8JsonReader json)
    {
        try
        {
            return json.GetString()!;
        }
        catch (InvalidOperationException)
        {
            // A lone surrogate in an escape, or a byte that is no UTF-8: System.Text.Json will not make a string of it; the line is taken with U+FFFD in its place.
            return Repaired(Utf8.GetString(json.ValueSpan));
        }
    }

    /// <summary>The inside of a JSON string, with U+FFFD or lone surrogates where it holds what is no text.</summary>
    internal static string Repaired(string json)
    {
        var text = new StringBuilder(json.Length);
        for (var i = 0; i < json.Length; i++)
        {
            if (json[i] != '\\')
            {
                text.Append(json[i]);
                continue;
            }
            i++;
            if (json[i] == 'u' && ushort.TryParse(json.AsSpan(i + 1, 4), System.Globalization.NumberStyles.HexNumber, System.Globalization.CultureInfo.InvariantCulture, out var unit))
            {
                text.Append((char)unit);
                i += 4;
            }
            else
                text.Append(json[i] switch { 'n' => '\n', 'r' => '\r', 't' => '\t', 'b' => '\b', 'f' => '\f', var c => c });
        }
        return text.ToString();
    }
}
