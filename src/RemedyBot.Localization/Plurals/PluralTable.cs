using System.Text.Json;

namespace RemedyBot.Localization.Plurals;

/// <summary>The plural rules of CLDR and the variants that translators' tools write, from <c>localization/plurals.json</c>.</summary>
public sealed class PluralTable
{
    private readonly Dictionary<string, PluralRule> _rules = new(StringComparer.OrdinalIgnoreCase);
    private readonly Dictionary<string, List<PluralRule>> _variants = new(StringComparer.OrdinalIgnoreCase);

    private PluralTable()
    {
    }

    public IReadOnlyCollection<string> Languages => _rules.Keys;

    /// <summary>An unreadable text gives an empty table.</summary>
    public static PluralTable Load(string? json)
    {
        var table = new PluralTable();
        if (json is null)
            return table;
        try
        {
            using var document = JsonDocument.Parse(json);
            if (document.RootElement.TryGetProperty("rules", out var rules))
            {
                foreach (var rule in rules.EnumerateObject())
                {
                    if (PluralRule.Parse(rule.Value.GetString()) is { } parsed)
                        table._rules[rule.Name] = parsed;
                }
            }

            if (document.RootElement.TryGetProperty("variants", out var variants))
            {
                foreach (var language in variants.EnumerateObject())
                    table._variants[language.Name] = [.. language.Value.EnumerateArray().Select(v => PluralRule.Parse(v.GetString())).OfType<PluralRule>()];
            }
        }
        catch (Exception e) when (e is JsonException or InvalidOperationException)
        {
            return new PluralTable();
        }

        return table;
    }

    /// <summary>The rule of the language, or of the language without its region; null where CLDR has none.</summary>
    public PluralRule? Find(string tag)
    {
        for (var t = tag; ; t = t[..t.LastIndexOf('-')])
        {
            if (_rules.TryGetValue(t, out var rule))
                return rule;
            if (!t.Contains('-', StringComparison.Ordinal))
                return null;
        }
    }

    /// <summary>Whether the rule splits numbers as CLDR or a known tool does; true where nothing is known of the language.</summary>
    public bool Accepts(string tag, PluralRule rule)
    {
        var primary = tag.Split('-')[0];
        return Find(tag) is not { } known || known.SameSplit(rule)
            || (_variants.TryGetValue(primary, out var variants) && variants.Exists(v => v.SameSplit(rule)));
    }
}
