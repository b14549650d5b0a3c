using System.Globalization;

namespace RemedyBot.Composition;

/// <summary>Settings that nothing reads, most often misspelt or at the wrong depth, which would leave in force what the operator meant to change.</summary>
internal static class UnknownSettings
{
    // Named by the operator within, and looked at where they are used.
    private static readonly string[] Open = ["directLine:sites", "channels", "recipients", "notices", "translator"];

    /// <returns>A sentence for each; names only, since values may be secret.</returns>
    public static IEnumerable<string> In(IConfiguration from) =>
        Unread(from).Where(key => Misplaced(key) is null).Select(key => $"The setting {key} is not known and changes nothing. README.md lists all settings.");

    /// <summary>What is no misspelling: a value where a group of settings belongs, or a group or list where one value does.</summary>
    /// <returns>A sentence for each place; with one of them the server does not start.</returns>
    public static IEnumerable<string> Problems(IConfiguration from) => Unread(from).Select(Misplaced).OfType<string>().Distinct(StringComparer.OrdinalIgnoreCase);

    private static IEnumerable<string> Unread(IConfiguration from) =>
        from.AsEnumerable().Where(setting => setting.Value is { Length: > 0 } && !IsKnown(setting.Key)).Select(setting => setting.Key).Order(StringComparer.Ordinal);

    private static string? Misplaced(string key)
    {
        bool Within(string one, string other) => one.StartsWith(other + ":", StringComparison.OrdinalIgnoreCase);
        if (Settings.Keys.Concat(Open).FirstOrDefault(known => Within(known, key)) is { } first)
            return $"{key} is a group of settings, such as {first}; it takes no value of its own.";
        if (Open.Contains(key, StringComparer.OrdinalIgnoreCase))
            return $"{key} is a group of settings, one for each name; it takes no value of its own.";
        if (Settings.Keys.FirstOrDefault(known => Within(key, known)) is { } one)
            return $"{one} takes one value, no list and no group.";
        return key[..Math.Max(key.LastIndexOf(':'), 0)] is { Length: > 0 } parent && int.TryParse(key.AsSpan(parent.Length + 1), NumberStyles.None, CultureInfo.InvariantCulture, out _)
            && Settings.Keys.FirstOrDefault(known => Within(known, parent)) is { } named ? $"{parent} takes settings by name, such as {named}, and no list." : null;
    }

    private static bool IsKnown(string key) =>
        (Settings.Keys.Contains(key, StringComparer.OrdinalIgnoreCase) && !Open.Contains(key, StringComparer.OrdinalIgnoreCase)) || Open.Any(open => key.StartsWith(open + ":", StringComparison.OrdinalIgnoreCase));
}
