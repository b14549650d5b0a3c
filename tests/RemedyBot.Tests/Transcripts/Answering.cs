using System.Globalization;
using System.Text.Json;
using RemedyBot.Tests.Contract;

namespace RemedyBot.Tests.Transcripts;

/// <summary>How the person of a transcript types what stands in the file.</summary>
internal enum Manner
{
    /// <summary>As the file says it.</summary>
    Values,

    /// <summary>Choices, wishes and countries by their titles in the language spoken.</summary>
    Titles,

    /// <summary>Choices by their numbers, in Arabic-Indic digits.</summary>
    Numbers,
}

internal static class Answering
{
    public static string As(Manner manner, string line, Person person, string language)
    {
        if (manner == Manner.Values || person.Ended)
            return line;
        if (person.Wishes.Contains(line))
            return manner == Manner.Titles ? person.Title(line) : line;
        if (line.StartsWith('+'))
            return "+" + One(manner, line[1..], person, language);
        var parts = line.Split(", ");
        return parts.All(p => Known(p, person))
            ? string.Join(", ", parts.Select(p => One(manner, p, person, language)))
            : One(manner, line, person, language);
    }

    private static bool Known(string value, Person person) => person.Choices.Contains(value);

    private static string One(Manner manner, string value, Person person, string language)
    {
        var localizer = AChat.Content.Localizer;
        if (manner == Manner.Numbers)
            return Known(value, person) && person.Kind is not ("items" or "text") ? Digits(Array.IndexOf(person.Choices, value) + 1) : value;
        if (Known(value, person))
            return person.Title(value);
        if (person.Field == "/person/country" && localizer.Countries.Codes.Contains(value))
            return localizer.Countries.Name(value, language);
        return person.Field == "/harms" && localizer.Catalog.Has("harms/" + value) ? localizer.Catalog.Render(language, "harms/" + value) : value;
    }

    private static string Digits(int number) =>
        string.Concat(number.ToString(CultureInfo.InvariantCulture).Select(d => (char)('٠' + (d - '0'))));

    /// <summary>A line of the file with what only the play knows: the code shown, another language, a text of many letters.</summary>
    public static string Filled(string line, string? code, string language)
    {
        if (line.StartsWith('"'))
            return JsonSerializer.Deserialize<string>(line)!;
        var known = code ?? new string('0', 25);
        return line
            .Replace("{code}", known, StringComparison.Ordinal)
            .Replace("{other digits}", string.Concat(known.Where(char.IsAsciiDigit).Select((d, i) => (i % 3 == 0 ? "-" : "") + (char)('٠' + (d - '0')))), StringComparison.Ordinal)
            .Replace("{wrong code}", known[..^1] + (char)('0' + ((known[^1] - '0' + 1) % 10)), StringComparison.Ordinal)
            .Replace("{other language}", language == "es" ? "en" : "es", StringComparison.Ordinal)
            .Replace("{this language}", language, StringComparison.Ordinal)
            .Replace("{much}", new string('x', 9000), StringComparison.Ordinal);
    }
}
