namespace RemedyBot.Composition;

/// <summary>Settings that nothing reads: most often a misspelt name, which would leave in force what the operator meant to change.</summary>
internal static class UnknownSettings
{
    // Named by the operator within, and looked at where they are used.
    private static readonly string[] Open = ["directLine:sites", "channels", "recipients", "notices", "translator"];

    /// <returns>A sentence for each; names only, since values may be secret.</returns>
    public static IEnumerable<string> In(IConfiguration from) =>
        from.AsEnumerable().Where(setting => setting.Value is not null && !IsKnown(setting.Key)).Select(setting => setting.Key).Order(StringComparer.Ordinal)
            .Select(key => $"The setting {key} is not known and changes nothing. README.md lists all settings.");

    private static bool IsKnown(string key) =>
        Settings.Keys.Contains(key, StringComparer.OrdinalIgnoreCase) || Open.Any(open => key.StartsWith(open + ":", StringComparison.OrdinalIgnoreCase));
}
