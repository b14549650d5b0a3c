using System.Text.RegularExpressions;
using PhoneNumbers;

namespace RemedyBot.Remedy.Redaction;

/// <summary>Finds what could tell who someone is: links, mail addresses, phone numbers, handles, names and addresses. A person decides what is masked.</summary>
public sealed partial class Finder(NameLists lists)
{
    /// <param name="country">ISO 3166-1 alpha-2, for phone numbers written the local way; null where it is not known.</param>
    /// <returns>Each thing once, in the order of the text, with every place where it stands.</returns>
    public IReadOnlyList<Find> Find(string text, string? country)
    {
        var taken = new List<(FindKind Kind, TextSpan Span)>();
        foreach (var candidate in Candidates(text, country))
            if (!taken.Exists(t => t.Span.Overlaps(candidate.Span)))
                taken.Add(candidate);
        var folded = new FoldedText(text);
        var finds = new List<Find>();
        foreach (var (kind, span) in taken.OrderBy(t => t.Span.Start))
        {
            var words = text.Substring(span.Start, span.Length);
            var same = FoldedText.Fold(words);
            if (finds.Exists(f => f.Kind == kind && FoldedText.Fold(f.Text) == same))
                continue;
            var places = folded.Occurrences(words).ToList();
            finds.Add(new Find(kind, words, places.Count > 0 ? places : [span]));
        }
        return finds;
    }

    /// <summary>The same over texts that leave together: what stands in several of them is found once, with its places in each.</summary>
    public IReadOnlyList<Find> Find(IEnumerable<string> texts, string? country) => [.. texts
        .SelectMany(text => Find(text, country)).GroupBy(find => (find.Kind, FoldedText.Fold(find.Text)))
        .Select(same => same.First() with { Spans = [.. same.SelectMany(find => find.Spans)] })];

    /// <summary>Surest first: what is part of a link is not looked at again as a name.</summary>
    private IEnumerable<(FindKind Kind, TextSpan Span)> Candidates(string text, string? country)
    {
        foreach (Match m in Mail().Matches(text))
            yield return (FindKind.Mail, Span(m));
        foreach (Match m in Link().Matches(text))
            yield return (FindKind.Link, new TextSpan(m.Index, m.Value.TrimEnd('.', ',', ';', ':', '!', '?', ')', '"', '\'', '»', '”', '،', '؟').Length));
        foreach (var number in Phones(text, country))
            yield return (FindKind.Phone, number);
        foreach (Match m in Handle().Matches(text))
            yield return (FindKind.Handle, Span(m));
        var named = NameRules.In(text, lists).ToList();
        foreach (var address in named.Where(n => n.Kind == FindKind.Address))
            yield return address;
        foreach (var name in named.Where(n => n.Kind == FindKind.Name).OrderByDescending(n => n.Span.Length))
            yield return name;
    }

    private static IEnumerable<TextSpan> Phones(string text, string? country)
    {
        var util = PhoneNumberUtil.GetInstance();
        foreach (var match in util.FindNumbers(text, country ?? "ZZ", PhoneNumberUtil.Leniency.POSSIBLE, 1000))
            if (!Date().IsMatch(match.RawString))
                yield return new TextSpan(match.Start, match.Length);
        // Numbers of another country written its own way, and account or identity numbers.
        foreach (Match m in Digits().Matches(text))
            if (m.Value.Count(char.IsDigit) >= 7 && !Date().IsMatch(m.Value))
                yield return Span(m);
    }

    private static TextSpan Span(Match match) => new(match.Index, match.Length);

    [GeneratedRegex(@"[\p{L}\p{N}._%+\-]+@[\p{L}\p{N}\-]+(\.[\p{L}\p{N}\-]+)+", RegexOptions.None, 1000)]
    private static partial Regex Mail();

    [GeneratedRegex(@"(https?://|www\.)\S+|(?<![\p{L}\p{N}@.\-])([a-zA-Z0-9\-]+\.)+(com|org|net|me|io|app|tv|co|info|be|ru|fr|es|br|uk|de|ar|mx|pt|link|gg|it|ly|site|xyz)(/\S*)?(?![\p{L}\p{N}])", RegexOptions.None, 1000)]
    private static partial Regex Link();

    [GeneratedRegex(@"(?<![\p{L}\p{N}@])@[\p{L}\p{N}_](?:[\p{L}\p{N}_.\-]*[\p{L}\p{N}_])?", RegexOptions.None, 1000)]
    private static partial Regex Handle();

    [GeneratedRegex(@"(?<![\p{L}\p{N}])\+?\(?\p{Nd}(?:[ .\-()/]{0,2}\p{Nd}){6,24}(?![\p{L}\p{N}])", RegexOptions.None, 1000)]
    private static partial Regex Digits();

    [GeneratedRegex(@"^(\p{Nd}{4}[-./]\p{Nd}{1,2}[-./]\p{Nd}{1,2}|\p{Nd}{1,2}[-./]\p{Nd}{1,2}[-./]\p{Nd}{4})$")]
    private static partial Regex Date();
}
