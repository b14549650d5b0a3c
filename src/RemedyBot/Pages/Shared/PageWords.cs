using System.Collections.ObjectModel;

namespace RemedyBot.Pages.Shared;

/// <summary>Looks up one text of the catalogs: language, key, arguments.</summary>
public delegate string PageTexts(string language, string key, IReadOnlyDictionary<string, string>? arguments);

/// <summary>The texts of one texts file in one language.</summary>
public sealed class PageWords(PageLanguage language, string file, PageTexts texts)
{
    public PageLanguage Language { get; } = language;

    public string this[string key] => texts(Language.Tag, $"{file}/{key}", null);

    public string With(string key, params ReadOnlySpan<(string Name, string Value)> arguments)
    {
        var named = new Dictionary<string, string>(StringComparer.Ordinal);
        foreach (var (name, value) in arguments) named[name] = value;
        return texts(Language.Tag, $"{file}/{key}", new ReadOnlyDictionary<string, string>(named));
    }
}
