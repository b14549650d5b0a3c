namespace RemedyBot.Remedy.Harms;

/// <summary>A service where it happened.</summary>
/// <param name="Id">`plt.…`.</param>
/// <param name="Name">The name people know; the same in every language.</param>
/// <param name="Hosts">Hosts of its links, without `www.`; subdomains count.</param>
/// <param name="Listed">Offered to tap.</param>
public sealed record Platform(string Id, string Name, IReadOnlyList<string> Aliases, IReadOnlyList<string> Hosts, bool Listed)
{
    /// <summary>The names by which it is found within a sentence.</summary>
    public IReadOnlyList<string> Heard { get; init; } = [Name, .. Aliases];
}
