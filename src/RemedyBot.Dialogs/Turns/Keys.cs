using System.Globalization;

namespace RemedyBot.Dialogs.Turns;

/// <summary>Names of entries: `dialog/step`, then `@item` for a dialog walked once for each item, `~n` for one walked again, `#words` for words beside an answer.</summary>
internal static class Keys
{
    public const string Words = "#words";

    public static string Step(string key)
    {
        var end = key.AsSpan().IndexOfAny('@', '~', '#');
        return end < 0 ? key : key[..end];
    }

    /// <summary>The same without making a string of it.</summary>
    public static ReadOnlySpan<char> StepOf(ReadOnlySpan<char> key)
    {
        var end = key.IndexOfAny('@', '~', '#');
        return end < 0 ? key : key[..end];
    }

    public static string? Item(string key)
    {
        var at = key.IndexOf('@', StringComparison.Ordinal);
        if (at < 0)
            return null;
        var end = key.AsSpan(at).IndexOfAny('~', '#');
        return end < 0 ? key[(at + 1)..] : key[(at + 1)..(at + end)];
    }

    /// <summary>Which walk an entry is of: `~n`, or nothing.</summary>
    public static string Walked(string key) => Base(key) is var name && name.IndexOf('~', StringComparison.Ordinal) is >= 0 and var at ? name[at..] : "";

    public static string Walked(int order) => "~" + order.ToString(CultureInfo.InvariantCulture);

    public static string Base(string key) => key.EndsWith(Words, StringComparison.Ordinal) ? key[..^Words.Length] : key;
}
