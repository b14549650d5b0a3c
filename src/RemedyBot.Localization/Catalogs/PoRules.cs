namespace RemedyBot.Localization.Catalogs;

/// <summary>When a translation may be shown.</summary>
internal static class PoRules
{
    /// <summary>Not fuzzy, of today's source, no form empty, no placeholder lost, invented or broken.</summary>
    public static bool IsUsable(PoEntry entry, SourceText source) =>
        !entry.IsFuzzy && IsCurrent(entry, source)
        && entry.Strings.All(s => !string.IsNullOrWhiteSpace(s)) && entry.Strings.All(s => HasPlaceholders(s, source));

    public static bool IsCurrent(PoEntry entry, SourceText source) =>
        string.Equals(entry.Id, source.Text, StringComparison.Ordinal) && string.Equals(entry.Plural, source.Plural, StringComparison.Ordinal);

    /// <summary>
    /// The unit of fallback: a question's text and its options come from one language, so a Spanish question never has English buttons. What is said
    /// apart from it (why, thanks, retry) and each text of a file of texts stand for themselves.
    /// </summary>
    public static string Unit(string key)
    {
        var last = key.LastIndexOf('/');
        if (last < 0 || key.IndexOf('/', StringComparison.Ordinal) == last)
            return key;
        var part = key.AsSpan(last + 1);
        return part is "text" || part.StartsWith("option.") || part.StartsWith("title.") ? key[..last] : key;
    }

    private static bool HasPlaceholders(string text, SourceText source)
    {
        var template = MessageTemplate.Parse(text);
        var known = Names(source);
        return template.IsValid && template.Names.All(known.Contains)
            && known.All(n => template.Names.Contains(n) || (n == "count" && source.Plural is not null));
    }

    /// <summary>The placeholders that stand in the source text or its plural.</summary>
    public static HashSet<string> Names(SourceText source) =>
        [.. MessageTemplate.Parse(source.Text).Names, .. MessageTemplate.Parse(source.Plural ?? "").Names];
}
