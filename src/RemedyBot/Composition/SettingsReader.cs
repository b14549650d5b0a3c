using System.Globalization;
using System.Net;
using System.Text.RegularExpressions;
using RemedyBot.Channels.Apps;
using RemedyBot.Channels.DirectLine;

namespace RemedyBot.Composition;

/// <summary>Single settings, each with the sentence that says what is wrong with it.</summary>
internal sealed partial class SettingsReader(IConfiguration from, List<string> problems)
{
    private const int LeastSecret = 16;
    private static readonly string[] SiteSecrets = ["secret", "oldSecret"];

    public string? Text(string key) => from[key] is { Length: > 0 } text ? text : null;

    public string? Folder(string key)
    {
        if (Text(key) is { } folder && !Directory.Exists(folder))
            problems.Add($"{key} names a folder that is not there.");
        return Text(key);
    }

    public string? File(string key)
    {
        if (Text(key) is { } file && !System.IO.File.Exists(file))
            problems.Add($"{key} names a file that is not there.");
        return Text(key);
    }

    public Uri? Address(string key)
    {
        if (Text(key) is not { } text)
            return null;
        if (Uri.TryCreate(text, UriKind.Absolute, out var address) && address.Scheme is ("http" or "https"))
            return address;
        problems.Add($"{key} takes an address such as https://help.example.org, not what stands there.");
        return null;
    }

    /// <summary>For what is trusted or sent a secret: nobody on the way may change or read it.</summary>
    public Uri? SafeAddress(string key)
    {
        var address = Address(key);
        if (address is null || address.Scheme == Uri.UriSchemeHttps || address.IsLoopback)
            return address;
        problems.Add($"{key} takes an https address; http is only for this machine.");
        return null;
    }

    public string? Addresses(string key)
    {
        // "1.2.3" and "1" are read as addresses too, and mean others than they look like.
        if (Text(key) is { } text && !text.Split(',', StringSplitOptions.TrimEntries).All(a => IPAddress.TryParse(a, out _) && (a.Contains(':', StringComparison.Ordinal) || a.Count(c => c == '.') == 3)))
            problems.Add($"{key} takes IP addresses separated by commas.");
        return Text(key);
    }

    /// <summary>Host names as browsers send them, without port; `*.` before one stands for all below it.</summary>
    public string? Hosts(string key)
    {
        if (Parts(key, ';') is { } hosts && (hosts.Length == 0 || !Array.TrueForAll(hosts, h => h == "*" || Uri.CheckHostName(h.StartsWith("*.", StringComparison.Ordinal) ? h[2..] : h.Trim('[', ']')) != UriHostNameType.Unknown)))
            problems.Add($"{key} takes host names such as help.example.org, parted by semicolons.");
        return Text(key);
    }

    public string? Languages(string key)
    {
        if (Parts(key, ',') is { } tags && !Array.TrueForAll(tags, t => Tag().IsMatch(t)))
            problems.Add($"{key} takes language tags such as en or pt-BR, parted by commas.");
        return Text(key);
    }

    private string[]? Parts(string key, char between) => Text(key)?.Split(between, StringSplitOptions.TrimEntries | StringSplitOptions.RemoveEmptyEntries);

    [GeneratedRegex("^[A-Za-z]{2,8}(-[A-Za-z0-9]{1,8})*$")]
    private static partial Regex Tag();

    public TimeSpan Span(string key, TimeSpan standard, TimeSpan least, TimeSpan most)
    {
        if (Text(key) is not { } text)
            return standard;
        if (TimeSpan.TryParseExact(text, ["c", "g"], CultureInfo.InvariantCulture, out var span) && span >= least && span <= most)
            return span;
        problems.Add($"{key} takes a duration such as 1.00:00:00 (one day), from {least:c} to {most:c}.");
        return standard;
    }

    public int Number(string key, int standard, int least, int most)
    {
        if (Text(key) is not { } text)
            return standard;
        if (int.TryParse(text, NumberStyles.AllowLeadingSign, CultureInfo.InvariantCulture, out var number) && number >= least && number <= most)
            return number;
        problems.Add($"{key} takes a whole number from {least} to {most}.");
        return standard;
    }

    /// <summary>Under each name a `secret` of the site's backend, an `oldSecret` while it is replaced, and `origins` parted by commas.</summary>
    public Sites? Sites(string key)
    {
        var sites = from.GetSection(key).GetChildren().Select(s => Site(key, s)).ToList();
        return sites.Count == 0 ? null : new(sites);
    }

    /// <summary>Under each name the settings of one messaging app; of a `…File` its first line is read.</summary>
    public IReadOnlyList<AppSettings>? Apps(string key)
    {
        var apps = from.GetSection(key).GetChildren().Select(s => new AppSettings(s.Key, Values(s))).ToList();
        problems.AddRange(apps.SelectMany(AppAdapters.Problems));
        return apps.Count == 0 ? null : apps;
    }

    private Dictionary<string, string> Values(IConfigurationSection section)
    {
        var values = new Dictionary<string, string>(StringComparer.OrdinalIgnoreCase);
        foreach (var child in section.GetChildren())
            if (child.Key.EndsWith("File", StringComparison.Ordinal) && child.Value is { } path)
                values[child.Key[..^"File".Length]] = FirstLine(child.Path, path);
            else
                values[child.Key] = child.Value ?? "";
        return values;
    }

    private string FirstLine(string key, string path)
    {
        try
        {
            return System.IO.File.ReadLines(path).FirstOrDefault()?.Trim() ?? "";
        }
        catch (Exception e) when (e is IOException or UnauthorizedAccessException)
        {
            problems.Add($"{key} names a file that cannot be read.");
            return "";
        }
    }

    private Site Site(string key, IConfigurationSection section)
    {
        var name = $"{key}:{section.Key}";
        if (string.IsNullOrWhiteSpace(section["secret"]))
            problems.Add($"{name}:secret is missing. The site's backend mints tokens with it.");
        foreach (var secret in SiteSecrets.Where(s => section[s] is { Length: > 0 and < LeastSecret }))
            problems.Add($"{name}:{secret} is too short to be a secret. At least {LeastSecret} characters are needed, drawn at random.");
        // One address a line of a JSON list, or all in one text.
        var written = (section["origins"] ?? "").Split(',').Concat(section.GetSection("origins").GetChildren().Select(o => o.Value ?? ""));
        var origins = written.Where(o => !string.IsNullOrWhiteSpace(o)).Select(Origins.Plain).ToList();
        if (origins.Contains(null))
            problems.Add($"{name}:origins takes origins such as https://example.org, parted by commas.");
        if (origins.Count > Origins.Most)
            problems.Add($"{name}:origins takes at most {Origins.Most} of them.");
        return new(section.Key, [.. SiteSecrets.Select(s => section[s]).OfType<string>()], [.. origins.OfType<string>()]);
    }

    /// <summary>A convenience that would open the door to everybody anywhere else than on this machine.</summary>
    public bool OnLoopback(string key)
    {
        if (!Flag(key, false))
            return false;
        var local = (Text("urls") ?? new Settings().Urls).Split(';').All(u => Uri.TryCreate(u, UriKind.Absolute, out var url) && url.IsLoopback);
        if (!local || Text("publicUrl") is not null || Text("trustedProxies") is not null)
            problems.Add($"{key} is only for a server that listens on loopback, without publicUrl and trustedProxies.");
        return true;
    }

    public bool Flag(string key, bool standard)
    {
        if (Text(key) is not { } text)
            return standard;
        if (bool.TryParse(text, out var flag))
            return flag;
        problems.Add($"{key} takes true or false.");
        return standard;
    }
}
