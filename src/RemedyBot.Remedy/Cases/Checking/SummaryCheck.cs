using System.Text.Json;

namespace RemedyBot.Remedy.Cases.Checking;

/// <summary>Checks at run time that what we hand on is what the schema promises.</summary>
public static class SummaryCheck
{
    private static readonly SchemaRules Rules = new(SummarySchema.Text);

    /// <returns>`/pointer: rule` for each breach, without any content; empty when valid.</returns>
    public static IReadOnlyList<string> Problems(JsonElement summary)
    {
        var problems = Rules.Problems(summary);
        if (problems.Count == 0 && HasDigestInChildCase(summary))
            problems.Add("/evidence: digest");
        return problems;
    }

    public static IReadOnlyList<string> Problems(CaseSummary summary)
    {
        using var document = JsonDocument.Parse(SummaryJson.Write(summary));
        return Problems(document.RootElement);
    }

    /// <summary>Nobody is to make or keep a digest of a child's image: it would need the image.</summary>
    private static bool HasDigestInChildCase(JsonElement summary) =>
        summary.TryGetProperty("harms", out var harms)
        && harms.EnumerateArray().Any(h => h.TryGetProperty("leaf", out var leaf)
            && leaf.GetString()!.StartsWith("child.", StringComparison.Ordinal))
        && summary.TryGetProperty("evidence", out var evidence)
        && evidence.EnumerateArray().Any(e => e.TryGetProperty("sha256", out _));
}
