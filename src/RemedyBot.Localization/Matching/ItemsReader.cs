namespace RemedyBot.Localization.Matching;

/// <summary>Splits a typed list: by line breaks, semicolons and commas of any script, but not inside a link or address.</summary>
public static class ItemsReader
{
    private static readonly char[] Always = ['\n', '\r', ';', '؛', '；', '،', '、', '，'];

    /// <returns>The items in order, trimmed, each once; empty where there are none.</returns>
    public static IReadOnlyList<string> Read(string text)
    {
        var items = new List<string>();
        foreach (var part in text.Split(Always))
            Commas(items, part);
        return [.. items.Select(Plain).Where(i => i.Length > 0).Distinct(StringComparer.Ordinal)];
    }

    private static void Commas(List<string> items, string part)
    {
        var start = 0;
        for (var i = 0; i < part.Length; i++)
        {
            if (part[i] != ',' || IsInsideAddress(part, start, i))
                continue;
            items.Add(part[start..i]);
            start = i + 1;
        }

        items.Add(part[start..]);
    }

    // https://example.org/@10.5,20.1 is one item: the comma stands in an address, and what follows without a space is no new one.
    private static bool IsInsideAddress(string part, int start, int comma)
    {
        if (comma + 1 >= part.Length || char.IsWhiteSpace(part[comma + 1]))
            return false;
        var word = part.LastIndexOfAny([' ', '\t'], comma) + 1;
        var before = part.AsSpan(Math.Max(word, start), comma - Math.Max(word, start));
        var inPath = before.Contains("://", StringComparison.Ordinal) || (before.IndexOf('/') is > 0 and var slash && before[..slash].Contains('.'));
        return inPath && !BeginsAddress(part.AsSpan(comma + 1));
    }

    private static bool BeginsAddress(ReadOnlySpan<char> rest)
    {
        if (rest.StartsWith("http://", StringComparison.OrdinalIgnoreCase) || rest.StartsWith("https://", StringComparison.OrdinalIgnoreCase)
            || rest.StartsWith("www.", StringComparison.OrdinalIgnoreCase))
            return true;
        var slash = rest.IndexOf('/');
        return slash > 0 && rest[..slash].LastIndexOf('.') is > 0 and var dot && rest[(dot + 1)..slash].IndexOfAnyExceptInRange('a', 'z') < 0 && slash - dot > 2;
    }

    // The marks of a list that was typed line by line.
    private static string Plain(string item)
    {
        var trimmed = item.Trim();
        return trimmed.Length > 2 && trimmed[0] is '-' or '*' or '•' && trimmed[1] == ' ' ? trimmed[2..].Trim() : trimmed;
    }
}
