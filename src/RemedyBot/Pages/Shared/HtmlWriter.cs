using System.Text;

namespace RemedyBot.Pages.Shared;

/// <summary>Writes a tree of nodes as HTML. Everything but our own style and script is escaped.</summary>
public static class HtmlWriter
{
    private static readonly HashSet<string> Void = new(StringComparer.Ordinal) { "br", "img", "input", "link", "meta" };
    private static readonly HashSet<string> Raw = new(StringComparer.Ordinal) { "script", "style" };

    public static string Document(Element root)
    {
        var html = new StringBuilder("<!doctype html>\n", 32 * 1024);
        Write(html, root);
        return html.Append('\n').ToString();
    }

    private static void Write(StringBuilder html, Element element)
    {
        html.Append('<').Append(element.Tag);
        foreach (var (name, value) in element.Attributes)
        {
            html.Append(' ').Append(name);
            if (value.Length > 0) Escape(html.Append("=\""), value).Append('"');
        }

        html.Append('>');
        if (Void.Contains(element.Tag)) return;

        // A parser drops the first line break of a text box, which may be the person's own.
        if (element.Tag is "textarea") html.Append('\n');
        foreach (var child in element.Children) Write(html, child, Raw.Contains(element.Tag));
        html.Append("</").Append(element.Tag).Append('>');
    }

    private static void Write(StringBuilder html, Node node, bool raw)
    {
        if (node is Element element) Write(html, element);
        else if (raw) html.Append(((Words)node).Text);
        else Escape(html, ((Words)node).Text);
    }

    private static StringBuilder Escape(StringBuilder html, string text)
    {
        foreach (var rune in text.EnumerateRunes())
        {
            _ = rune.Value switch
            {
                '&' => html.Append("&amp;"),
                '<' => html.Append("&lt;"),
                '>' => html.Append("&gt;"),
                '"' => html.Append("&quot;"),
                '\'' => html.Append("&#39;"),
                '\n' or '\t' => html.Append((char)rune.Value),
                < 0x20 or 0x7F => html.Append('\uFFFD'),
                _ => html.Append(rune.ToString()),
            };
        }

        return html;
    }
}
