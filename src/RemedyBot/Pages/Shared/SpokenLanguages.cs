using Microsoft.Net.Http.Headers;

namespace RemedyBot.Pages.Shared;

/// <summary>The languages of a page, and which of them a browser asks for.</summary>
public sealed class SpokenLanguages(IReadOnlyList<PageLanguage> all)
{
    private const int MaxWanted = 20;

    public IReadOnlyList<PageLanguage> All { get; } = all;

    /// <summary>The language with exactly this tag, whatever its case; null where there is none.</summary>
    public PageLanguage? Named(string? tag) =>
        All.FirstOrDefault(language => string.Equals(language.Tag, tag, StringComparison.OrdinalIgnoreCase));

    /// <summary>The nearest by cutting the tag from its end (es-MX, es), as RFC 4647 looks up; null where none fits.</summary>
    public PageLanguage? Nearest(string tag)
    {
        for (var cut = tag; cut.Length > 0; cut = cut[..Math.Max(cut.LastIndexOf('-'), 0)])
        {
            if (Named(cut) is { } language) return language;
        }

        return null;
    }

    /// <summary>The best of several tags, best first; the first language of the page where none fits.</summary>
    public PageLanguage Best(IEnumerable<string> tags) =>
        tags.Select(Nearest).FirstOrDefault(language => language is not null) ?? All[0];

    /// <summary>The same after what the person chose.</summary>
    public static IReadOnlyList<string> Wanted(HttpRequest request, string? chosen) => chosen is null ? Wanted(request) : [chosen, .. Wanted(request)];

    /// <summary>What the browser wants, best first. A header that cannot be read counts as absent.</summary>
    public static IReadOnlyList<string> Wanted(HttpRequest request)
    {
        if (!StringWithQualityHeaderValue.TryParseList(request.Headers.AcceptLanguage, out var values)) return [];
        return
        [
            .. values.Where(value => value.Quality is not 0 && value.Value.Value is not (null or "*"))
                .OrderByDescending(value => value.Quality ?? 1)
                .Select(value => value.Value.Value!)
                .Take(MaxWanted),
        ];
    }
}
