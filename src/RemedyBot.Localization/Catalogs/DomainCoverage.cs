namespace RemedyBot.Localization.Catalogs;

/// <param name="Steps">Steps (or single texts of a file of texts) in the dialog.</param>
/// <param name="Done">Those that are wholly translated.</param>
/// <param name="CriticalMissing">Critical texts that are not translated, or that nobody has signed off.</param>
public sealed record DomainCoverage(int Steps, int Done, int CriticalMissing)
{
    private const int NeededPercent = 95;

    public bool IsOffered => CriticalMissing == 0 && Done * 100L >= Steps * (long)NeededPercent;
}
