using System.Text;

namespace RemedyBot.Localization.Catalogs;

/// <summary>The quoted strings of PO.</summary>
internal static class PoString
{
    /// <returns>Null where the quotes or escapes are broken.</returns>
    public static string? Unquote(string quoted)
    {
        if (quoted.Length < 2 || quoted[0] != '"' || quoted[^1] != '"')
            return null;
        var result = new StringBuilder(quoted.Length);
        for (var i = 1; i < quoted.Length - 1; i++)
        {
            if (quoted[i] == '"')
                return null;
            if (quoted[i] != '\\')
                result.Append(quoted[i]);
            else if (++i < quoted.Length - 1 && Escape(quoted[i]) is { } escaped)
                result.Append(escaped);
            else
                return null;
        }

        return result.ToString();
    }

    public static string Quote(string text) =>
        $"\"{text.Replace("\\", "\\\\", StringComparison.Ordinal).Replace("\"", "\\\"", StringComparison.Ordinal)
            .Replace("\n", "\\n", StringComparison.Ordinal).Replace("\t", "\\t", StringComparison.Ordinal).Replace("\r", "\\r", StringComparison.Ordinal)}\"";

    private static char? Escape(char c) => c switch
    {
        'n' => '\n',
        't' => '\t',
        'r' => '\r',
        '"' => '"',
        '\\' => '\\',
        _ => null,
    };
}
