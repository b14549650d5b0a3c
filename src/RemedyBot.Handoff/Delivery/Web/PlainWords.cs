using System.Text;
using MimeKit.Text;

namespace RemedyBot.Handoff.Delivery.Web;

/// <summary>Helplines write in editors that make HTML; the person reads plain text.</summary>
internal static class PlainWords
{
    /// <summary>What a person can follow. Whatever else an address may do is nothing to read.</summary>
    private static readonly string[] Schemes = ["https://", "http://", "mailto:", "tel:"];

    internal static string Of(string text, string? contentType) =>
        contentType?.StartsWith("text/html", StringComparison.OrdinalIgnoreCase) == true ? OfHtml(text) : text.Trim();

    private static string OfHtml(string html)
    {
        var words = new StringBuilder();
        var hidden = 0;
        (string Address, int From)? link = null;
        var tokens = new HtmlTokenizer(new StringReader(html)) { DecodeCharacterReferences = true };
        while (tokens.ReadNextToken(out var token))
        {
            if (token is HtmlTagToken { Id: HtmlTagId.Script or HtmlTagId.Style or HtmlTagId.Head } tag)
                hidden = Math.Max(0, hidden + (tag.IsEndTag ? -1 : tag.IsEmptyElement ? 0 : 1));
            else if (hidden == 0 && token is HtmlTagToken { Id: HtmlTagId.A } anchor)
                link = Linked(words, link, anchor);
            else if (hidden == 0 && token is HtmlTagToken { Id: HtmlTagId.Br or HtmlTagId.P or HtmlTagId.Div or HtmlTagId.LI or HtmlTagId.TR or HtmlTagId.BlockQuote } line && (line.IsEndTag || line.Id == HtmlTagId.Br))
                words.Append('\n');
            else if (hidden == 0 && token is HtmlDataToken data && token.Kind == HtmlTokenKind.Data)
                words.Append(data.Data.ReplaceLineEndings(" "));
        }

        return string.Join('\n', words.ToString().Split('\n').Select(line => line.Trim())).Trim();
    }

    /// <summary>A link that begins or ends. Where its text is not its address, that is written behind it: a form behind "click here" would be lost.</summary>
    /// <returns>The link whose text follows; null outside links.</returns>
    private static (string Address, int From)? Linked(StringBuilder words, (string Address, int From)? open, HtmlTagToken tag)
    {
        if (open is { } link && words.ToString(link.From, words.Length - link.From) is var said && !said.Contains(Bare(link.Address), StringComparison.OrdinalIgnoreCase))
            words.Append(string.IsNullOrWhiteSpace(said) ? link.Address : $" ({link.Address})");
        return !tag.IsEndTag && tag.Attributes.FirstOrDefault(a => a.Id == HtmlAttributeId.Href)?.Value?.Trim() is { } address && Schemes.Any(scheme => address.StartsWith(scheme, StringComparison.OrdinalIgnoreCase))
            ? (address, words.Length)
            : null;
    }

    /// <summary>As people write it.</summary>
    private static string Bare(string address) => address[(address.IndexOf(':', StringComparison.Ordinal) + 1)..].Trim('/');
}
