using RemedyBot.Localization.Checks;
using RemedyBot.Remedy.Routes;
using Route = RemedyBot.Remedy.Routes.Route;

namespace RemedyBot.Composition.Checks;

/// <summary>D33: routes that lead astray, and help that is missing where somebody would look for it.</summary>
internal sealed class RouteCheck(LoadedContent content, DateOnly today)
{
    private const string Numbers = "dialogs/routes/emergency.yaml";
    private const string Cards = "dialogs/routes/first-hour.yaml";
    private const string Elsewhere = "dialogs/routes/directories.yaml";
    private const int MostNamed = 12;

    // Without a route of these for any country, a person elsewhere would be left with a sentence and no place to go.
    private static readonly string[] Anywhere = ["crisis", "child_helpline"];

    // Kosovo has a code that ISO has not given it, and no emergency numbers in the sources that the cards are made from.
    private const string NotOfIso = "XK";

    private readonly RouteDirectory _routes = content.Domain.Routes;
    private readonly IReadOnlyList<string> _countries = [.. content.Localizer.Countries.Codes.Where(c => c != NotOfIso)];

    public IEnumerable<Finding> Run() => _routes.All.SelectMany(Route).Concat(Emergency()).Concat(Harms()).Concat(Directories());

    private IEnumerable<Finding> Route(Route route)
    {
        Finding Wrong(string message) => Found(route.File, route.Line, message);
        if (route.Country is { } country && country != NotOfIso && !_countries.Contains(country))
            yield return Wrong($"`{route.Id}` is for `{country}`, which is no country. Write its two capital letters (ISO 3166-1), or take `country` out for anywhere.");
        else if (route is { Kind: "emergency", Country: { } own } && _routes.Emergency(own) != route)
            yield return Wrong($"`{route.Id}` would never be shown: the emergency card of {own} is called `em.{own.ToLowerInvariant()}`. Rename it.");
        foreach (var leaf in route.Leaves.Where(l => content.Domain.Taxonomy.Find(l) is null))
            yield return Wrong($"`{route.Id}` is for the harm `{leaf}`, which dialogs/taxonomy.yaml does not have. Correct its name.");
        if (route.Verified > today)
            yield return Wrong($"`{route.Id}` was checked on a day that has not come, and would be shown as checked. Write the day, or `verified: null`.");
    }

    private IEnumerable<Finding> Emergency()
    {
        var missing = _countries.Where(c => _routes.Emergency(c) is null).ToList();
        if (missing.Count > 0)
            yield return Found(Numbers, LastOf(Numbers),
                $"No emergency card for {string.Join(", ", missing.Take(MostNamed))}{(missing.Count > MostNamed ? $" and {missing.Count - MostNamed} more" : "")}: somebody in danger there would see no number. Add a card `em.` and the country for each.");
        if (_routes.Find(RouteSelectors.NumberDirectory) is not { Links.Count: > 0 })
            yield return Found(Elsewhere, 1, $"The route `{RouteSelectors.NumberDirectory}` with a link is missing: it is shown to people in danger wherever no number is known. Add it here.");
    }

    private IEnumerable<Finding> Harms()
    {
        foreach (var leaf in content.Domain.Taxonomy.Leaves.Where(l => _routes.FirstHour([l.Id]).Count == 0))
            yield return Found(Cards, LastOf(Cards), $"The harm `{leaf.Id}` has no first-hour card. Name it under `leaves` of a card here.");
        foreach (var card in content.Domain.Taxonomy.Leaves.SelectMany(l => l.FirstHour).Distinct(StringComparer.Ordinal).Where(c => _routes.Find(c) is null))
            yield return Found(Cards, LastOf(Cards), $"dialogs/taxonomy.yaml names the first-hour card `{card}`, which is missing. Add it here.");
    }

    private IEnumerable<Finding> Directories() => Anywhere.Where(kind => !_routes.OfKind(kind, null).Any(r => r.Links.Count + r.Numbers.Count > 0))
        .Select(kind => Found(Elsewhere, 1, $"No route of the kind `{kind}` is for anywhere, so that people in most countries would be shown none. Add a directory of that kind, without `country`."));

    /// <summary>The last card of a file: beside it a missing one is added.</summary>
    private int LastOf(string file) => _routes.All.Where(r => r.File == file).Select(r => r.Line).DefaultIfEmpty(1).Max();

    private static Finding Found(string file, int line, string message) => new("D33", Severity.Error, file, line, message);
}
