using System.Globalization;
using RemedyBot.Localization.Formatting;
using RemedyBot.Localization.Negotiation;

namespace RemedyBot.Localization.Dates;

/// <summary>Writes dates out with the language's own month names and patterns, so that no platform's data changes them.</summary>
internal sealed class DateWriter(Lazy<IReadOnlyDictionary<string, DateWords>> languages)
{
    public string Write(DateOnly day, Language language) => Write(Edtf.Day(day), language);

    /// <returns>The text as it is where it is none of our dates or the language has no patterns.</returns>
    public string Write(string edtf, Language language)
    {
        if (Words(language) is not { } words || !Edtf.IsValid(edtf))
            return edtf;
        var text = edtf switch
        {
            ['.', '.', '/', ..] => Put(words, "before", ("date", Plain(words, edtf[3..]))),
            { Length: 15 } => Put(words, "range", ("from", Plain(words, edtf[..7])), ("to", Plain(words, edtf[8..]))),
            [.., '-', 'X', 'X'] => Put(words, "somewhere", ("date", Plain(words, edtf[..7]))),
            [.., '~'] => Put(words, "about", ("date", Plain(words, edtf[..7]))),
            [.., '?'] => Put(words, "guess", ("date", Plain(words, edtf[..7]))),
            _ => Plain(words, edtf),
        };
        return ValueFormatter.Digits(text, language);
    }

    private DateWords? Words(Language language)
    {
        foreach (var tag in language.Fallback.Prepend(language.Tag.Split('-')[0]).Prepend(language.Tag))
        {
            if (languages.Value.TryGetValue(tag, out var words) && words.MonthNames.Count == 12)
                return words;
        }

        return null;
    }

    private static string Plain(DateWords words, string date)
    {
        var month = date.Length > 4 ? words.MonthNames[int.Parse(date.AsSpan(5, 2), NumberStyles.None, CultureInfo.InvariantCulture) - 1] : "";
        var day = date.Length > 7 ? date[8..].TrimStart('0') : "";
        return Put(words, date.Length > 7 ? "day" : date.Length > 4 ? "month" : "year", ("day", day), ("month", month), ("year", date[..4]));
    }

    private static string Put(DateWords words, string pattern, params ReadOnlySpan<(string Name, string Value)> values)
    {
        var text = words.Show.GetValueOrDefault(pattern, "{date}");
        foreach (var (name, value) in values)
            text = text.Replace($"{{{name}}}", value, StringComparison.Ordinal);
        return text;
    }
}
