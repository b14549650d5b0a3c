namespace RemedyBot.Localization.Dates;

/// <summary>Which countries count their seasons as south of the equator: <c>localization/hemispheres.yaml</c>.</summary>
internal sealed class Hemispheres
{
    private readonly HashSet<string> _south;
    private readonly HashSet<string> _either;

    public Hemispheres(string text)
    {
        var map = YamlMap.Parse(text, out _);
        _south = [.. map.List("south")];
        _either = [.. map.List("either")];
    }

    /// <param name="country">ISO 3166-1 alpha-2.</param>
    /// <returns>Null where a season's name may mean either half of the year.</returns>
    public bool? IsSouth(string country) => _either.Contains(country) ? null : _south.Contains(country);
}
