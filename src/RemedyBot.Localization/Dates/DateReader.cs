using RemedyBot.Localization.Bidi;
using RemedyBot.Localization.Matching;

namespace RemedyBot.Localization.Dates;

/// <summary>Reads a day, month, season or span as people write it.</summary>
public sealed class DateReader
{
    private const int MaxLength = 500;

    private readonly IReadOnlyDictionary<string, DateWords> _languages;
    private readonly Hemispheres _hemispheres;

    internal DateReader(IReadOnlyDictionary<string, DateWords> languages, Hemispheres hemispheres) =>
        (_languages, _hemispheres) = (languages, hemispheres);

    /// <param name="languages">BCP 47 tags, the conversation's first; they decide the order of day and month. All others that are shipped are tried after them.</param>
    /// <param name="today">The day that "yesterday" counts from.</param>
    /// <param name="ahead">A day to come is asked for (a deadline): a month without a year is the next one, not the last.</param>
    /// <param name="country">ISO 3166-1 alpha-2: where "last summer" was said; null where that is not known, and a season then spans what it may mean.</param>
    /// <returns>Null where no date was understood.</returns>
    public DateAnswer? Read(string text, IReadOnlyList<string> languages, DateOnly today, bool ahead = false, string? country = null)
    {
        if (text.Length > MaxLength || today.Year is <= DatePoint.FirstYear or >= DatePoint.LastYear)
            return null;
        var isArabic = HijriYear.IsArabic(text) || languages is ["ar", ..];
        var clean = Folding.Digits(CleanText.Of(text)).Trim();
        if (clean.ToUpperInvariant() is var edtf && Edtf.IsValid(edtf) && !(isArabic && HijriYear.Read(edtf) is not null))
            return Dated(new(edtf, Edtf.CertaintyOf(edtf)) { IsWhole = true }, today);
        var tags = languages.Concat(languages.Select(t => t.Split('-')[0])).Concat(_languages.Keys);
        var pieces = new Dictionary<string, DateLexer.Pieces>(StringComparer.Ordinal);
        DateOrder? order = null;
        DateAnswer? partial = null;
        foreach (var tag in tags.Distinct(StringComparer.OrdinalIgnoreCase))
        {
            if (!_languages.TryGetValue(tag, out var words) || (words.IsHijri && !isArabic))
                continue;
            // The person's own language orders day and month, in whichever language the words turn out to be.
            order ??= Order(languages, words);
            var isSouth = country is null ? words.IsSouth : _hemispheres.IsSouth(country);
            if (Read((clean, pieces), words, order.Value, new DateResolver(today, ahead, isSouth)) is not { } answer)
                continue;
            if (!answer.IsPartial)
                return Edtf.IsValid(answer.Edtf) ? Dated(answer, today) : null;
            // Another language may know the month beside the year.
            partial ??= answer;
        }

        return partial is null ? null : Dated(partial, today);
    }

    // Where the person is it may be tomorrow already; nobody means today by "tomorrow".
    private static DateAnswer Dated(DateAnswer answer, DateOnly today) =>
        answer with { IsAhead = answer.IsAhead || Edtf.FirstDay(answer.Edtf) > today.AddDays(1) };

    // English in the United States puts the month first; elsewhere the day. Plain "en" leaves it open.
    private static DateOrder Order(IReadOnlyList<string> languages, DateWords words)
    {
        if (words.Order != DateOrder.Either || languages.Count == 0 || languages[0].IndexOf('-', StringComparison.Ordinal) is var dash && dash < 0)
            return words.Order;
        return languages[0][(dash + 1)..].ToUpperInvariant() is "US" or "PH" ? DateOrder.MonthFirst : DateOrder.DayFirst;
    }

    private static DateAnswer? Read((string Text, Dictionary<string, DateLexer.Pieces> Pieces) of, DateWords words, DateOrder order, DateResolver resolver)
    {
        var (text, pieces) = of;
        var tokens = DateLexer.Read(text, words, order, pieces);
        var about = tokens.Exists(t => t.Is(DateSense.About)) || text.Contains('~', StringComparison.Ordinal);
        var guess = tokens.Exists(t => t.Is(DateSense.Guess)) || text.EndsWith('?') || text.EndsWith('؟');
        var answer = Range(tokens, resolver)?.Answer(about, guess) ?? Point(tokens, resolver, about, guess);
        return answer is null ? null : answer with { IsWhole = !tokens.Exists(t => t.IsUnknown) };
    }

    private static DateAnswer? Point(List<DateToken> tokens, DateResolver resolver, bool about, bool guess)
    {
        var bag = new DateBag(tokens);
        if (bag.Unknown > 0 && !IsPlain(bag))
            return null;
        if (resolver.Resolve(bag) is not { } span)
            return null;
        // "before" and "ago" are one word in Arabic, "until" and "to" in Spanish: with a unit it is "ago".
        var relative = bag.Unit is not null || bag.Pair is not null;
        var leading = Leading(tokens);
        if ((leading & DateSense.Before) != 0 && !(relative && bag.Is(DateSense.Ago)))
            return new DateAnswer($"../{span.End.LastMonth}", guess ? Certainty.Guess : Certainty.About);
        return ((leading & DateSense.After) != 0 ? span with { IsVague = true } : span).Answer(about, guess);
    }

    // "Before May" limits May; "in May, before I moved" does not.
    private static DateSense Leading(List<DateToken> tokens) => tokens
        .TakeWhile(t => t is { Month: null, Year: null, Numeric: null, Offset: null, Season: null, Weekday: null, Pair: null, Unit: null })
        .Aggregate(DateSense.None, (senses, t) => senses | t.Senses);

    // Among words that are not about time only what can hardly be anything else is taken for a date.
    private static bool IsPlain(DateBag bag) =>
        bag.Numeric is not null || bag.Offset is not null
        || (bag.Month is not null && (!bag.IsWeak || bag.Year is not null || bag.Number is not null))
        || ((bag.Unit is not null || bag.Pair is not null) && bag.Is(DateSense.Ago | DateSense.Last))
        || (bag.Year is not null && bag.Unknown <= 2);

    private static DateSpan? Range(List<DateToken> tokens, DateResolver resolver)
    {
        for (var i = 1; i < tokens.Count - 1; i++)
        {
            if (!tokens[i].Is(DateSense.To | DateSense.And))
                continue;
            if (Side(tokens.Take(i), resolver) is { } start && Side(tokens.Skip(i + 1), resolver) is { } end && Join(start, end) is { } span)
                return span;
        }

        return null;
    }

    private static DateSpan? Side(IEnumerable<DateToken> tokens, DateResolver resolver)
    {
        var bag = new DateBag(tokens);
        var named = bag.Month is not null || bag.Numeric is not null || bag.Year is not null || bag.Season is not null || bag.Offset is not null;
        return named && bag.Unknown == 0 ? resolver.Resolve(bag) : null;
    }

    // "from November to February" crosses a year: whichever year was not said follows the other.
    private static DateSpan? Join(DateSpan start, DateSpan end)
    {
        if (string.CompareOrdinal(start.From.FirstMonth, end.End.LastMonth) > 0)
        {
            if (!start.YearGiven)
                start = start with { From = start.From with { Year = end.End.Year - (start.From.Month > end.End.Month ? 1 : 0) } };
            else if (!end.YearGiven)
                end = end with { From = end.From with { Year = start.From.Year + (start.From.Month > end.From.Month ? 1 : 0) }, To = null };
        }
        else if (!start.YearGiven && end.YearGiven && start.From.Year < end.End.Year && start.From.Month <= end.End.Month)
        {
            start = start with { From = start.From with { Year = end.End.Year } };
        }
        else if (start.YearGiven && !end.YearGiven && end.From.Month >= start.From.Month)
        {
            end = end with { From = end.From with { Year = start.From.Year }, To = null };
        }

        return string.CompareOrdinal(start.From.FirstMonth, end.End.LastMonth) <= 0 ? new DateSpan(start.From, end.End, IsVague: true) : null;
    }
}
