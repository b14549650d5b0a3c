using System.Globalization;
using System.Text.Json.Serialization;
using RemedyBot.Remedy.Content;

namespace RemedyBot.Remedy.Routes;

/// <summary>Reads the files of `dialogs/routes/`.</summary>
public static class RouteReader
{
    private static readonly string[] Labels = [.. RouteNumber.Services, RouteNumber.Any, "text_relay"];

    /// <param name="files">Path and text of each file that holds routes.</param>
    /// <exception cref="ContentException">A file cannot be used.</exception>
    public static RouteDirectory Read(IEnumerable<(string Path, string Text)> files)
    {
        var routes = new List<Route>();
        var version = "";
        foreach (var (path, text) in files)
        {
            var file = YamlText.Read(path, text, ContentJson.Default.RouteFile);
            if (string.CompareOrdinal(file.Version, version) > 0)
                version = file.Version!;
            var day = Day(path, file.Date) ?? throw new ContentException(path, 0, "'date' is missing");
            routes.AddRange(YamlText.Listed(file.Routes).Select(r => ToRoute(path, r, file, day)));
            YamlText.Unique(path, routes.Select(r => r.Id));
        }
        return new RouteDirectory(version, routes);
    }

    private static Route ToRoute(string path, RouteEntry entry, RouteFile file, DateOnly day)
    {
        var id = YamlText.Need(path, entry.Id, "id");
        var kind = YamlText.Need(path, entry.Kind ?? file.Kind, "kind");
        if (!RouteKinds.All.Contains(kind))
            throw new ContentException(path, 0, $"'{id}' has the unknown kind '{kind}'");
        var links = YamlText.Listed(entry.Links);
        if (links.Any(l => !l.StartsWith("https://", StringComparison.Ordinal)))
            throw new ContentException(path, 0, $"'{id}' has a link that is not https");
        var verified = Day(path, entry.Verified);
        IReadOnlyList<string> warnings = [.. YamlText.Listed(entry.Warnings)];
        if (verified is null && kind != "self_help" && !warnings.Contains("unverified", StringComparer.Ordinal))
            warnings = [.. warnings, "unverified"];
        return new Route
        {
            Id = id,
            Kind = kind,
            Country = entry.Country,
            Name = entry.Name,
            Numbers = [.. YamlText.Listed(entry.Numbers).Select(n => ToNumber(path, id, n))],
            Links = links,
            Leaves = YamlText.Listed(entry.Leaves),
            Source = YamlText.Need(path, entry.Source ?? file.Source, "source"),
            SourceDate = Day(path, entry.Date) ?? day,
            Verified = verified,
            Warnings = warnings,
            Works112 = entry.Works112,
        };
    }

    private static RouteNumber ToNumber(string path, string id, NumberEntry entry)
    {
        if (!Labels.Contains(entry.Label, StringComparer.Ordinal))
            throw new ContentException(path, 0, $"'{id}' has a number with the unknown label '{entry.Label}'");
        return new RouteNumber(YamlText.Need(path, entry.Number, "number"), entry.Label!);
    }

    private static DateOnly? Day(string path, string? text) =>
        text is null ? null
        : DateOnly.TryParseExact(text, "yyyy-MM-dd", CultureInfo.InvariantCulture, DateTimeStyles.None, out var day) ? day
        : throw new ContentException(path, 0, "a day is written 2026-11-22");

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
