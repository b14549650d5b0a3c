using System.Globalization;
using RemedyBot.Localization.Bidi;
using RemedyBot.Localization.Catalogs;
using RemedyBot.Localization.Countries;
using RemedyBot.Localization.Dates;
using RemedyBot.Localization.Matching;
using RemedyBot.Localization.Negotiation;

namespace RemedyBot.Localization.Formatting;

/// <summary>Writes the value of a placeholder as the language writes it.</summary>
internal sealed class ValueFormatter(DateWriter dates, Lazy<CountryReader> countries, AnswerWords words)
{
    /// <param name="isolate">Whether direction isolates may be used; not on buttons.</param>
    /// <param name="message">Renders another key of the catalog.</param>
    public string Format(Arg value, Language language, bool isolate, Func<string, string> message) => value switch
    {
        Arg.Count count => Digits(count.Number.ToString(CultureInfo.InvariantCulture), language),
        Arg.Day day => dates.Write(day.Date, language),
        Arg.When time => dates.Write(time.Edtf, language),
        Arg.Country country => Isolate(countries.Value.Name(country.Code, language.Tag), language, isolate),
        Arg.Message inner => message(inner.Key),
        Arg.List list => Join([.. list.Items.Select(i => Format(i, language, isolate, message))], language),
        Arg.Verbatim verbatim => isolate && language.RightToLeft ? Isolates.WrapLeftToRight(verbatim.Text) : Isolate(verbatim.Text, language, isolate),
        Arg.Lines lines => lines.Text,
        Arg.Words text => Isolate(text.Text, language, isolate),
        _ => "",
    };

    internal static string Digits(string text, Language language) =>
        language.Digits[0] == '0' ? text : string.Concat(text.Select(c => char.IsAsciiDigit(c) ? language.Digits[c - '0'] : c));

    private static string Isolate(string text, Language language, bool isolate) =>
        isolate && (language.RightToLeft || Isolates.HasRightToLeft(CleanText.WithoutLoneSurrogates(text))) ? Isolates.Wrap(text) : text;

    private string Join(IReadOnlyList<string> items, Language language)
    {
        if (items.Count < 2)
            return items.Count == 0 ? "" : items[0];
        var (between, last) = words.Joiners(language.Tag);
        return string.Join(between, items.Take(items.Count - 1)) + last + items[^1];
    }
}
