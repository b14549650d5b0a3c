using System.Globalization;
using System.Text;
using RemedyBot.Remedy.Cases;

namespace RemedyBot.Remedy.Redaction;

/// <summary>Replaces what was found by neutral marks such as [name 1]; every other character stays as it is.</summary>
public static class Masking
{
    /// <param name="finds">What to mask; every place where the words stand whole is masked, not only the spans.</param>
    /// <param name="extra">Further words the person named.</param>
    /// <param name="marks">The word for each kind, in the reader's language.</param>
    public static string Mask(
        string text, IReadOnlyList<Find> finds, IReadOnlyList<string> extra, IReadOnlyDictionary<FindKind, string> marks)
    {
        var named = Named(finds, extra);
        var folded = new FoldedText(text);
        var spans = named
            .SelectMany((n, i) => folded.Occurrences(n.Text).Concat(Still(text, n.Spans, n.Text)).Select(s => (Span: s, At: i)))
            .OrderBy(s => s.Span.Start).ThenByDescending(s => s.Span.Length)
            .ToList();
        var labels = Labels(named, marks);
        var masked = new StringBuilder(text.Length);
        var from = 0;
        foreach (var (span, at) in spans)
        {
            if (span.Start < from)
            {
                // Two things that overlap: what hangs over goes too.
                from = Math.Max(from, span.End);
                continue;
            }
            masked.Append(text, from, span.Start - from).Append(labels[at]);
            from = span.End;
        }
        return masked.Append(text, from, text.Length - from).ToString();
    }

    /// <summary>Masks every free text of a summary that may leave.</summary>
    public static CaseSummary Mask(
        CaseSummary summary, IReadOnlyList<Find> finds, IReadOnlyList<string> extra, IReadOnlyDictionary<FindKind, string> marks)
    {
        if (summary.Statement is not { } statement)
            return summary;
        string? Hide(string? text) => text is null ? null : Mask(text, finds, extra, marks);
        return summary with
        {
            Statement = statement with
            {
                Original = statement.Original is { Text: { } own } original ? original with { Text = Hide(own) } : statement.Original,
                Rendered = statement.Rendered is { } rendered ? [.. rendered.Select(r => r with { Text = Hide(r.Text) })] : null,
                ShortReason = Hide(statement.ShortReason),
            },
        };
    }

    private static List<Find> Named(IReadOnlyList<Find> finds, IReadOnlyList<string> extra)
    {
        var named = finds.ToList();
        foreach (var word in extra.Select(w => w.Trim()).Where(w => w.Length > 0))
            if (!named.Exists(n => FoldedText.Fold(n.Text) == FoldedText.Fold(word)))
                named.Add(new Find(FindKind.Word, word, []));
        return named;
    }

    /// <summary>A span counts only while the text there is still what was found.</summary>
    private static IEnumerable<TextSpan> Still(string text, IReadOnlyList<TextSpan> spans, string words) =>
        spans.Where(s => s.Start >= 0 && s.End <= text.Length && FoldedText.Fold(text.Substring(s.Start, s.Length)) == FoldedText.Fold(words));

    /// <summary>The same thing gets the same mark; a mark never repeats a word that is to be hidden.</summary>
    private static List<string> Labels(List<Find> named, IReadOnlyDictionary<FindKind, string> marks)
    {
        var counts = new Dictionary<FindKind, int>();
        var labels = new List<string>();
        foreach (var find in named)
        {
            var number = (counts[find.Kind] = counts.GetValueOrDefault(find.Kind) + 1).ToString(CultureInfo.InvariantCulture);
            string[] choices = [$"[{marks.GetValueOrDefault(find.Kind, "")} {number}]", $"[{number}]", "[…]"];
            labels.Add(choices.First(c => c == "[…]" || !named.Exists(n => new FoldedText(c).Occurrences(n.Text).Any())));
        }
        return labels;
    }
}
