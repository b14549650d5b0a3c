using System.Collections.Frozen;

namespace RemedyBot.Remedy.Routes;

/// <summary>What a step's `routes:` shows: what a selector chooses, or routes by their ids.</summary>
public static class RouteSelectors
{
    /// <summary>The card that says where numbers can be found.</summary>
    public const string NumberDirectory = "em.directory";

    private static readonly FrozenDictionary<string, Selector> Named = new Dictionary<string, Selector>(StringComparer.Ordinal)
    {
        ["emergency"] = (directory, country, _) => Emergency(directory, directory.Emergency(country)),
        ["emergency-unknown"] = (directory, _, _) => Unknown(directory),
        ["crisis"] = (directory, country, _) => directory.Crisis(country),
        ["child"] = (directory, country, _) => directory.Child(country),
        ["human"] = (directory, country, _) => [.. directory.OfKind("helpline", country), .. directory.OfKind("digital_security", country)],
        ["first-hour"] = (directory, _, leaves) => directory.FirstHour(leaves),
        ["suggested"] = (directory, country, leaves) => directory.Suggested(leaves, country),
    }.ToFrozenDictionary(StringComparer.Ordinal);

    private delegate IReadOnlyList<Route> Selector(RouteDirectory directory, string? country, IReadOnlyList<string> leaves);

    public static IEnumerable<string> Names => Named.Keys.Order(StringComparer.Ordinal);

    /// <param name="written">A selector, or ids with commas between them; null for nothing.</param>
    public static IReadOnlyList<Route> Shown(this RouteDirectory directory, string? written, string? country, IReadOnlyList<string> leaves) =>
        written is null ? []
        : Named.TryGetValue(written, out var select) ? select(directory, country, leaves)
        : [.. written.Split(',').Select(directory.Find).OfType<Route>()];

    /// <summary>Those of the names written that are neither a selector nor a route.</summary>
    public static IEnumerable<string> Unknown(this RouteDirectory directory, string written) =>
        Named.ContainsKey(written) ? [] : written.Split(',').Where(id => directory.Find(id) is null);

    private static IReadOnlyList<Route> Unknown(RouteDirectory directory) => directory.Find(NumberDirectory) is { } card ? [card] : [];

    private static IReadOnlyList<Route> Emergency(RouteDirectory directory, Route? card) =>
        card is null || card.Numbers.Count + card.Links.Count == 0 ? Unknown(directory) : card.IsPart ? [card, .. Unknown(directory)] : [card];
}
