using System.Globalization;
using System.Text.Json.Serialization;
using System.Text.RegularExpressions;
using RemedyBot.Remedy.Content;

namespace RemedyBot.Remedy.Routes;

/// <summary>Reads the files of `dialogs/routes/`.</summary>
public static partial class RouteReader
{
    private static readonly string[] Labels = [.. RouteNumber.Services, RouteNumber.Any, "text_relay"];

    /// <param name="files">Path and text of each file that holds routes.</param>
    /// <exception cref="ContentException">A file cannot be used.</exception>
    public static RouteDirectory Read(IEnumerable<(string Path, string Text)> files)
    {
        var routes = new List<(Route Route, ContentPlace Place)>();
        var version = "";
        foreach (var (path, text) in files)
        {
            var file = YamlText.Read(path, text, ContentJson.Default.RouteFile, out var root);
            if (string.CompareOrdinal(file.Version, version) > 0)
                version = file.Version!;
            var day = Day(root.At("date"), root.Need(file.Date, "date"));
            routes.AddRange(root.Each(file.Routes, "routes").Select(r => (ToRoute(r.Place, r.Entry, file, day), r.Place)));
        }
        YamlText.Unique(routes.Select(r => (r.Route.Id, r.Place)));
        return new RouteDirectory(version, [.. routes.Select(r => r.Route)]);
    }

    private static Route ToRoute(ContentPlace place, RouteEntry entry, RouteFile file, DateOnly day)
    {
        var id = place.Need(entry.Id, "id");
        var kind = place.Need(entry.Kind ?? file.Kind, "kind");
        if (!RouteKinds.All.Contains(kind))
            throw place.At("kind").Wrong($"'{id}' has the unknown kind '{kind}'. Known: {string.Join(", ", RouteKinds.All.Order(StringComparer.Ordinal))}");
        var links = YamlText.Listed(entry.Links);
        if (links.FirstOrDefault(l => !l.StartsWith("https://", StringComparison.Ordinal)) is not null)
            throw place.At("links").Wrong($"'{id}' has a link that is not https. Find its https address, or take it out: others on the way could read along or change the page");
        var verified = entry.Verified is null ? (DateOnly?)null : Day(place.At("verified"), entry.Verified);
        IReadOnlyList<string> warnings = [.. YamlText.Listed(entry.Warnings)];
        if (verified is null && kind != "self_help" && !warnings.Contains("unverified", StringComparer.Ordinal))
            warnings = [.. warnings, "unverified"];
        return new Route
        {
            Id = id,
            Kind = kind,
            Country = entry.Country,
            Name = entry.Name,
            Numbers = [.. place.Each(entry.Numbers, "numbers").Select(n => ToNumber(n.Place, id, n.Entry))],
            Links = links,
            Leaves = YamlText.Listed(entry.Leaves),
            Source = place.Need(entry.Source ?? file.Source, "source"),
            SourceDate = entry.Date is null ? day : Day(place.At("date"), entry.Date),
            Verified = verified,
            Warnings = warnings,
            Works112 = entry.Works112,
            File = place.Path,
            Line = place.Line,
        };
    }

    /// <summary>Somebody in danger dials what stands here, so it is refused unless it can be dialled.</summary>
    private static RouteNumber ToNumber(ContentPlace place, string id, NumberEntry entry)
    {
        if (!Labels.Contains(entry.Label, StringComparer.Ordinal))
            throw place.At("label").Wrong($"'{id}' has a number with the unknown label '{entry.Label}'. Known: {string.Join(", ", Labels)}");
        var number = place.Need(entry.Number, "number");
        if (!Dialled().IsMatch(number) || number.Count(char.IsAsciiDigit) is < 2 or > 15)
            throw place.At("number").Wrong($"'{id}' has the number '{number}', which nobody can dial. Write 2 to 15 digits, perhaps with + before and spaces or hyphens between them");
        return new RouteNumber(number, entry.Label!);
    }

    [GeneratedRegex(@"\A\+?[0-9]([ -]?[0-9])*\z", RegexOptions.CultureInvariant)]
    private static partial Regex Dialled();

    private static DateOnly Day(ContentPlace place, string text) =>
        DateOnly.TryParseExact(text, "yyyy-MM-dd", CultureInfo.InvariantCulture, DateTimeStyles.None, out var day) ? day
        : throw place.Wrong($"'{text}' is no day. Write it year first: 2026-11-22");

    internal sealed class RouteFile
    {
        public int Format { get; set; }
        public string? Version { get; set; }
        public string? Source { get; set; }
        public string? Date { get; set; }
        public string? Kind { get; set; }
        public List<RouteEntry>? Routes { get; set; }
    }

    internal sealed class RouteEntry
    {
        public string? Id { get; set; }
        public string? Kind { get; set; }
        public string? Country { get; set; }
        public string? Name { get; set; }
        public List<NumberEntry>? Numbers { get; set; }
        public List<string>? Links { get; set; }
        public List<string>? Leaves { get; set; }
        public string? Source { get; set; }
        public string? Date { get; set; }
        public string? Verified { get; set; }
        public List<string>? Warnings { get; set; }

        [JsonPropertyName("works_112")]
        public bool Works112 { get; set; }
    }

    internal sealed class NumberEntry
    {
        public string? Number { get; set; }
        public string? Label { get; set; }
    }
}
