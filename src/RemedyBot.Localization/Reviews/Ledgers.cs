using RemedyBot.Localization.Catalogs;

namespace RemedyBot.Localization.Reviews;

/// <summary>The sign-offs of all languages.</summary>
internal sealed class Ledgers
{
    private readonly Dictionary<string, ILookup<string, SignOff>> _byTag = new(StringComparer.OrdinalIgnoreCase);

    public Ledgers(IEnumerable<ContentFile> files)
    {
        foreach (var file in files.Where(f => f.Path.StartsWith(ContentFiles.Reviews, StringComparison.Ordinal) && f.Path.EndsWith(".tsv", StringComparison.Ordinal)))
        {
            _byTag[ContentFiles.Tag(file.Path[ContentFiles.Reviews.Length..^".tsv".Length])] =
                ContentFiles.Rows(file.Content).Select(SignOff.Read).OfType<SignOff>().ToLookup(s => s.Key, StringComparer.Ordinal);
        }
    }

    /// <summary>Who stands for exactly this translation; what a region takes over from its language was signed off there.</summary>
    public IReadOnlyList<SignOff> Of(string tag, SourceText source, PoEntry entry)
    {
        var hash = SignOff.HashOf(source, entry);
        var rows = new List<SignOff>();
        for (var t = tag; ; t = t[..t.LastIndexOf('-')])
        {
            if (_byTag.TryGetValue(t, out var ledger))
                rows.AddRange(ledger[source.Key].Where(s => string.Equals(s.Hash, hash, StringComparison.Ordinal)));
            if (!t.Contains('-', StringComparison.Ordinal))
                return rows;
        }
    }
}
