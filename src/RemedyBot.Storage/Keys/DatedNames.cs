using System.Globalization;

namespace RemedyBot.Storage.Keys;

/// <summary>Names of key files: a kind and a UTC day.</summary>
internal static class DatedNames
{
    /// <summary>Of a written day.</summary>
    public const int Length = 10;

    private const string Format = "yyyy-MM-dd";

    public static string Of(string kind, DateOnly day) => kind + "-" + Write(day);

    public static string Write(DateOnly day) => day.ToString(Format, CultureInfo.InvariantCulture);

    public static DateOnly? Parse(string text) =>
        DateOnly.TryParseExact(text, Format, CultureInfo.InvariantCulture, DateTimeStyles.None, out var day) ? day : null;

    /// <summary>The days of all files of a kind, in order.</summary>
    public static IReadOnlyList<DateOnly> Days(IKeyFiles files, string kind)
    {
        var days = files.Names().Where(name => name.StartsWith(kind + "-", StringComparison.Ordinal)).Select(name => Parse(name[(kind.Length + 1)..]));
        return [.. days.OfType<DateOnly>().Order()];
    }
}
