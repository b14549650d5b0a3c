using System.Globalization;
using System.Text;

namespace RemedyBot.Localization.Catalogs;

/// <summary>Writes the one canonical form (that of <c>msgcat --no-wrap</c>), so that a diff shows words, not wrapping.</summary>
internal static class PoWriter
{
    public static string Write(IEnumerable<PoEntry> entries)
    {
        var result = new StringBuilder();
        foreach (var entry in entries)
        {
            if (result.Length > 0)
                result.Append('\n');
            Entry(result, entry);
        }

        return result.ToString();
    }

    private static void Entry(StringBuilder result, PoEntry entry)
    {
        foreach (var comment in entry.Comments)
            result.Append(comment.Length == 0 ? "#" : "# ").Append(comment).Append('\n');
        foreach (var line in entry.Extracted)
            result.Append("#. ").Append(line).Append('\n');
        foreach (var reference in entry.References)
            result.Append("#: ").Append(reference).Append('\n');
        if (entry.Flags.Count > 0)
            result.Append("#, ").AppendJoin(", ", entry.Flags).Append('\n');
        if (entry.Previous is { } previous)
            Source(result, "#| ", previous);
        Source(result, "", new PoSource(entry.Context, entry.Id, entry.Plural));
        if (entry.Plural is null)
            Text(result, "", "msgstr", entry.Strings.Count > 0 ? entry.Strings[0] : "");
        else
            for (var i = 0; i < entry.Strings.Count; i++)
                Text(result, "", string.Create(CultureInfo.InvariantCulture, $"msgstr[{i}]"), entry.Strings[i]);
    }

    private static void Source(StringBuilder result, string prefix, PoSource source)
    {
        if (source.Context is not null)
            Text(result, prefix, "msgctxt", source.Context);
        Text(result, prefix, "msgid", source.Id);
        if (source.Plural is not null)
            Text(result, prefix, "msgid_plural", source.Plural);
    }

    private static void Text(StringBuilder result, string prefix, string word, string text)
    {
        var end = text.IndexOf('\n', StringComparison.Ordinal);
        if (end < 0 || end == text.Length - 1)
        {
            result.Append(prefix).Append(word).Append(' ').Append(PoString.Quote(text)).Append('\n');
            return;
        }

        result.Append(prefix).Append(word).Append(" \"\"\n");
        for (var start = 0; start < text.Length; start = end + 1)
        {
            end = text.IndexOf('\n', start);
            if (end < 0)
                end = text.Length - 1;
            result.Append(prefix).Append(PoString.Quote(text[start..(end + 1)])).Append('\n');
        }
    }
}
