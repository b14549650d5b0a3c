namespace RemedyBot.Localization.Catalogs;

/// <summary>How much of the dialogs a language has.</summary>
/// <param name="Domains">For each dialog or file of texts.</param>
public sealed record LanguageCoverage(IReadOnlyDictionary<string, DomainCoverage> Domains)
{
    public bool IsOffered(string? domain)
    {
        if (domain is not null)
            return !Domains.TryGetValue(domain, out var one) || one.IsOffered;
        var all = Domains.Values.Aggregate(new DomainCoverage(0, 0, 0), (a, b) => new(a.Steps + b.Steps, a.Done + b.Done, a.CriticalMissing + b.CriticalMissing));
        return all.IsOffered;
    }
}
