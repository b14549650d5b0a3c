using System.Text.RegularExpressions;

namespace RemedyBot.Understanding.Spans;

/// <summary>Finds accounts, links and sums of money in a message, to be offered for confirmation.</summary>
public static partial class SpanFinder
{
    private const int LongestText = 20_000;
    private const int Most = 10;

    /// <summary>At most ten, in their order. Time grows with the text's length and no faster; never throws.</summary>
    public static IReadOnlyList<Span> Find(string text)
    {
        ArgumentNullException.ThrowIfNull(text);
        var read = text.Length > LongestText ? text[..LongestText] : text;
        var spans = new List<(int At, Span Span)>();
        foreach (var (kind, pattern) in new[] { (SpanKind.Link, Links()), (SpanKind.Handle, Handles()), (SpanKind.Amount, Amounts()) })
            foreach (var match in pattern.Matches(read).Take(Most).Where(m => !spans.Exists(s => s.At <= m.Index && m.Index < s.At + s.Span.Text.Length)))
                spans.Add((match.Index, new Span(kind, match.Value.TrimEnd('.', ',', ';', ':', '!', '?', ')'))));
        return [.. spans.OrderBy(s => s.At).Take(Most).Select(s => s.Span)];
    }

    [GeneratedRegex(@"(https?://|www\.)[^\s<>""]{3,500}|\b[a-z0-9-]{1,60}\.(com|org|net|me|io|ly|co|ru|tr|id|in|br|mx|ke|tz|app)/[^\s<>""]{1,500}", RegexOptions.IgnoreCase | RegexOptions.CultureInvariant | RegexOptions.NonBacktracking)]
    private static partial Regex Links();

    [GeneratedRegex(@"@[\p{L}\p{Nd}_][\p{L}\p{Nd}_.]{1,40}", RegexOptions.CultureInvariant | RegexOptions.NonBacktracking)]
    private static partial Regex Handles();

    [GeneratedRegex(@"[$€£₹₺₽₦]\s?\p{Nd}[\p{Nd}.,]{0,14}(k|m)?|\p{Nd}[\p{Nd}.,]{0,14}\s?(k\s)?([$€£₹₺₽₦]|usd|eur|euros?|dollars?|pounds?|pesos|reais|rupees?|rupay\w*|shillings?|ksh|tsh|naira|rand|rubl\w*|руб\w*|тысяч\w*|lira|tl|rupiah|ribu|juta|jt|dinars?|dirhams?|cfa|francs?|soles|dolares|dólares|دولار|جنيه|ريال|درهم|دينار|हज़ार|हजार|लाख|रुपये|रुपए|lakh|hazar)\b", RegexOptions.IgnoreCase | RegexOptions.CultureInvariant | RegexOptions.NonBacktracking)]
    private static partial Regex Amounts();
}
