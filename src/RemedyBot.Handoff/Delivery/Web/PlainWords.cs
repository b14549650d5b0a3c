using System.Text;
using MimeKit.Text;

namespace RemedyBot.Handoff.Delivery.Web;

/// <summary>Helplines write in editors that make HTML; the person reads plain text.</summary>
internal static class PlainWords
{
    internal static string Of(string text, string? contentType) =>
        contentType?.StartsWith("text/html", StringComparison.OrdinalIgnoreCase) == true ? OfHtml(text) : text.Trim();

    private static string OfHtml(string html)
    {
        var words = new StringBuilder();
        var hidden = 0;
        var tokens = new HtmlTokenizer(new StringReader(html)) { DecodeCharacterReferences = true };
        while (tokens.ReadNextToken(out var token))
        {
            if (token is HtmlTagToken { Id: HtmlTagId.Script or HtmlTagId.Style or HtmlTagId.Head } tag)
                hidden = Math.Max(0, hidden + (tag.IsEndTag ? -1 : tag.IsEmptyElement ? 0 : 1));
            else if (hidden == 0 && token is HtmlTagToken { Id: HtmlTagId.Br or HtmlTagId.P or HtmlTagId.Div or HtmlTagId.LI or HtmlTagId.TR or HtmlTagId.BlockQuote } line && (line.IsEndTag || line.Id == HtmlTagId.Br))
                words.Append('\n');
            else if (hidden == 0 && token is HtmlDataToken data && token.Kind == HtmlTokenKind.Data)
                words.Append(data.Data.ReplaceLineEndings(" "));
        }

        return string.Join('\n', words.ToString().Split('\n').Select(line => line.Trim())).Trim();
    }
}
