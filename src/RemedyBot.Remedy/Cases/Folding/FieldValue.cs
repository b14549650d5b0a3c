using System.Globalization;
using System.Text.Json.Nodes;
using System.Text.RegularExpressions;

namespace RemedyBot.Remedy.Cases.Folding;

/// <summary>Turns what was answered into a value that the schema allows, or into nothing.</summary>
internal static class FieldValue
{
    public static JsonNode? Of(Field field, string value)
    {
        switch (field.Type)
        {
            case "boolean":
                return value is "yes" or "true" ? JsonValue.Create(true) : value is "no" or "false" ? JsonValue.Create(false) : null;
            case "integer":
                return int.TryParse(value, NumberStyles.None, CultureInfo.InvariantCulture, out var number) && number is >= 1 and <= 100
                    ? JsonValue.Create(number)
                    : null;
        }
        if (field.Values.Count > 0)
            return field.Values.Contains(value, StringComparer.Ordinal) ? JsonValue.Create(value) : null;
        var text = field.MaxLength is { } most ? Cut(value, most) : value;
        var fits = field.Pattern is null || Regex.IsMatch(text, field.Pattern.Replace("$", @"\z", StringComparison.Ordinal), RegexOptions.CultureInvariant);
        return fits && text.Length > 0 ? JsonValue.Create(text) : null;
    }

    /// <summary>At most so many characters, none of them halved.</summary>
    private static string Cut(string text, int most)
    {
        if (text.Length <= most)
            return text;
        var length = 0;
        foreach (var rune in text.EnumerateRunes().Take(most))
            length += rune.Utf16SequenceLength;
        return text[..length];
    }
}
