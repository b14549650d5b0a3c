namespace RemedyBot.Localization;

/// <summary>Where the files of <c>localization/</c> stand.</summary>
internal static class ContentFiles
{
    public const string Registry = "localization/languages.yaml";
    public const string PluralRules = "localization/plurals.json";
    public const string Reviews = "localization/reviews/";
    public const string Hemispheres = "localization/hemispheres.yaml";
    public const string OwnNames = "localization/own-names.tsv";

    public const string OwnCountries = "localization/own-countries.tsv";
    public const string Cities = "localization/cities.tsv";

    public static ContentFile? At(this IReadOnlyList<ContentFile> files, string path) =>
        files.FirstOrDefault(f => string.Equals(f.Path, path, StringComparison.Ordinal));

    public static string Of(string language, string name) => $"localization/{language}/{name}";

    /// <summary>The folder name of <c>localization/FOLDER/NAME.po</c>, or null for any other file.</summary>
    public static string? PoFolder(this ContentFile file)
    {
        var parts = file.Path.Split('/');
        return parts is ["localization", { } folder, { } name] && name.EndsWith(".po", StringComparison.Ordinal) ? folder : null;
    }

    /// <summary>A folder name as BCP 47: <c>pt_BR</c> is <c>pt-BR</c>, <c>sr@latin</c> is <c>sr-Latn</c>.</summary>
    public static string Tag(string folder)
    {
        var at = folder.IndexOf('@', StringComparison.Ordinal);
        if (at < 0)
            return folder.Replace('_', '-');
        var variant = folder[(at + 1)..] switch
        {
            "latin" => "Latn",
            "cyrillic" => "Cyrl",
            "arabic" => "Arab",
            var other => other,
        };
        return $"{folder[..at].Replace('_', '-')}-{variant}";
    }

    /// <summary>The rows of a tab separated file; lines that begin with # are comments.</summary>
    public static IEnumerable<string[]> Rows(string text) =>
        text.Split('\n').Where(l => l.Length > 0 && l[0] != '#').Select(l => l.TrimEnd('\r').Split('\t'));
}
