namespace RemedyBot.Handoff.Delivery.Web;

/// <summary>Which parts of what staff wrote are words. Everything else is a file, and files are not taken from anybody.</summary>
internal static class TextParts
{
    internal const long LongestWords = 1024 * 1024;
    internal const long LongestFile = 32 * 1024;

    internal static bool IsPlain(string? type) => type?.StartsWith("text/plain", StringComparison.OrdinalIgnoreCase) == true;

    /// <summary>Null where this part cannot be had: it is left out, and does not keep back what was said with it, or after it.</summary>
    internal static async Task<string?> OrNullAsync(Task<string> fetching)
    {
        try
        {
            return await fetching.ConfigureAwait(false);
        }
        catch (NotDelivered e) when (e.Message is Reasons.NotThere or Reasons.NotAuthorised or Reasons.Refused or Reasons.TooBig or Reasons.Malformed)
        {
            return null;
        }
    }

    /// <param name="all">Null for what was left out.</param>
    internal static Reply? Together(IReadOnlyList<string?> all)
    {
        var words = string.Join("\n\n", all.Where(one => !string.IsNullOrWhiteSpace(one)));
        var leftOut = all.Contains(null);
        return words.Length > 0 || leftOut ? new Reply(words, leftOut) : null;
    }
}
