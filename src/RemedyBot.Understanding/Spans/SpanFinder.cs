using System.Text.RegularExpressions;
using RemedyBot.Understanding.Lists;

namespace RemedyBot.Understanding.Spans;

/// <summary>Finds accounts, links and sums of money in a message, to be offered for confirmation. Safe to share between threads.</summary>
public sealed partial class SpanFinder(IEnumerable<WordLists> lists)
{
    private const int LongestText = 20_000;
    private const int Most = 10;
    private const int ShortestName = 4;

    private readonly SumFinder sums = new(lists);

    /// <summary>At most ten of each kind, in their order. Time grows with the text's length and no faster; never throws.</summary>
    public IReadOnlyList<Span> Find(string text)
    {
        ArgumentNullException.ThrowIfNull(text);
        var read = text.Length > LongestText ? text[..LongestText] : text;
        var spans = new List<(int At, Span Span)>();
        foreach (var (kind, start, end) in Links(read).Concat(Handles(read)).Concat(sums.Find(read).Select(sum => (SpanKind.Amount, sum.Start, sum.End))))
        {
            var written = read[start..end];
            if (!spans.Exists(s => start < s.At + s.Span.Text.Length && s.At < end) && spans.Count(s => s.Span.Kind == kind) < Most && !spans.Exists(s => s.Span == new Span(kind, written)))
                spans.Add((start, new Span(kind, written)));
        }

        return [.. spans.OrderBy(s => s.At).Select(s => s.Span)];
    }

    // What ends a sentence ends no address and no name.
    private static int Trimmed(string text, int start, int length)
    {
        var written = text.AsSpan(start, length).TrimEnd(".,;:!?)]}'\"*،؛؟।");
        return start + written.Length;
    }

    private static IEnumerable<(SpanKind Kind, int Start, int End)> Links(string text) =>
        LinkPattern().Matches(text).Where(m => !IsWithinWord(text, m.Index)).Take(Most).Select(m => (SpanKind.Link, m.Index, Trimmed(text, m.Index, m.Length)));

    private static IEnumerable<(SpanKind Kind, int Start, int End)> Handles(string text) => HandlePattern().Matches(text)
        .Select(m => (SpanKind.Handle, Start: m.Index, End: Trimmed(text, m.Index, m.Length)))
        .Where(h => !IsWithinWord(text, h.Start) && IsName(text.AsSpan(h.Start, h.End - h.Start)) && !(h.End < text.Length && text[h.End] == '@')).Take(Most);

    // The end of "somebody@example.org" is no account's name.
    private static bool IsWithinWord(string text, int at) => at > 0 && (char.IsLetterOrDigit(text[at - 1]) || text[at - 1] is '.' or '_' or '-' or '/' or '@');

    private static bool IsName(ReadOnlySpan<char> name) =>
        name.Length >= ShortestName - (name[0] == '@' ? 1 : 0) && name.ContainsAnyExceptInRange('\0', '@') && !IsFile(name);

    // "IMG_2034.jpg"
    private static bool IsFile(ReadOnlySpan<char> name) => FileEndings.GetAlternateLookup<ReadOnlySpan<char>>().Contains(name[(name.LastIndexOf('.') + 1)..]);

    private static readonly HashSet<string> FileEndings = new(
        ["jpg", "jpeg", "png", "gif", "heic", "webp", "mp4", "mov", "avi", "mp3", "ogg", "m4a", "pdf", "doc", "docx", "zip", "apk", "exe", "txt", "csv"], StringComparer.OrdinalIgnoreCase);

    [GeneratedRegex(@"(https?://|www\.)[^\s<>""«»“”\p{Cf}]{3,500}|[a-z0-9-]{1,60}(\.[a-z0-9-]{1,60}){0,3}\.(com|org|net|info|app|xyz|site|online|shop|club|live|link|page|blog|social|gg|[a-z]{2})/[^\s<>""«»“”\p{Cf}]{2,500}", RegexOptions.IgnoreCase | RegexOptions.CultureInvariant | RegexOptions.NonBacktracking)]
    private static partial Regex LinkPattern();

    [GeneratedRegex(@"(@|\bu/)[\p{L}\p{M}\p{Nd}_][\p{L}\p{M}\p{Nd}_.-]{1,40}|[\p{L}\p{Nd}][\p{L}\p{Nd}.]{0,30}_[\p{L}\p{Nd}_.]{1,30}", RegexOptions.CultureInvariant | RegexOptions.NonBacktracking)]
    private static partial Regex HandlePattern();
}
