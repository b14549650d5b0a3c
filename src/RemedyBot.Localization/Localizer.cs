using RemedyBot.Localization.Catalogs;
using RemedyBot.Localization.Checks;
using RemedyBot.Localization.Countries;
using RemedyBot.Localization.Dates;
using RemedyBot.Localization.Formatting;
using RemedyBot.Localization.Matching;
using RemedyBot.Localization.Negotiation;
using RemedyBot.Localization.Plurals;

namespace RemedyBot.Localization;

/// <summary>Everything this room knows, built once from texts. Immutable; safe for any number of threads.</summary>
public sealed class Localizer
{
    // Thousands of names, read when the first of them is asked for, so that the first answer does not wait for them.
    private readonly Lazy<CountryReader> _countries;
    private readonly Lazy<LanguageReader> _languages;
    private readonly Lazy<LanguageNames> _languageNames;
    private readonly Lazy<DateReader> _dates;
    private readonly ValueFormatter _values;
    private readonly AnswerWords _words;

    private Localizer(IReadOnlyList<ContentFile> files, IReadOnlyList<SourceText> sources)
    {
        var findings = new List<Finding>();
        Registry = LanguageRegistry.Load(files.At(ContentFiles.Registry), findings);
        Plurals = PluralTable.Load(files.At(ContentFiles.PluralRules)?.Content);
        var words = _words = AnswerWords.Load(Each(files, "words.yaml").Select(w => (w.Language.Tag, w.File)), findings);
        // Kept for later; the catalogs' files, most of all, are not.
        IReadOnlyList<ContentFile> later =
            [.. files.Where(f => f.Path == ContentFiles.Hemispheres || f.Path.EndsWith("/dates.yaml", StringComparison.Ordinal) || f.Path.EndsWith("/places.yaml", StringComparison.Ordinal) || (f.Path.EndsWith(".tsv", StringComparison.Ordinal) && !f.Path.StartsWith(ContentFiles.Reviews, StringComparison.Ordinal)))];
        var dates = new Lazy<IReadOnlyDictionary<string, DateWords>>(() =>
            Each(later, "dates.yaml").ToDictionary(d => d.Language.Tag, d => new DateWords(d.File.Content), StringComparer.OrdinalIgnoreCase));
        _countries = new(() => new CountryReader(Registry, later, words));
        _languages = new(() => new LanguageReader(
            Registry, [.. later.Where(f => f.Path == ContentFiles.OwnNames), .. Each(later, "languages.tsv").Select(n => n.File)]));
        _languageNames = new(() => new LanguageNames(Registry, Each(later, "languages.tsv")));
        Negotiator = new LanguageNegotiator(Registry);
        Choices = new ChoiceReader(words);
        Wishes = new WishReader(words);
        LanguageWishes = new LanguageWishReader(words, _languages);
        _dates = new(() => new DateReader(dates.Value, new Hemispheres(later.At(ContentFiles.Hemispheres)?.Content ?? "")));
        _values = new ValueFormatter(new DateWriter(dates), _countries, words);
        Catalog = new Catalog(CatalogBuilder.Build(Registry, sources, files, findings), _values);
        Findings = findings;
    }

    public LanguageRegistry Registry { get; }

    public Catalog Catalog { get; }

    public LanguageNegotiator Negotiator { get; }

    public LanguageReader Languages => _languages.Value;

    public LanguageNames LanguageNames => _languageNames.Value;

    public ChoiceReader Choices { get; }

    public WishReader Wishes { get; }

    public LanguageWishReader LanguageWishes { get; }

    public DateReader Dates => _dates.Value;

    public CountryReader Countries => _countries.Value;

    public PluralTable Plurals { get; }

    /// <summary>What kept a file from being used. Loading never fails because of content.</summary>
    public IReadOnlyList<Finding> Findings { get; }

    /// <summary>One value as the language writes it, outside any message.</summary>
    public string Write(string language, Arg value) =>
        _values.Format(value, Registry.Find(language) ?? Registry.All[0], isolate: false, key => Catalog.Render(language, key));

    /// <summary>What stands between the things of a list in the language.</summary>
    public string Comma(string language) => _words.Joiners(language).Between;

    /// <param name="files">Every file under <c>localization/</c> (the overlay's already laid over the shipped ones).</param>
    /// <param name="sources">The texts of the dialogs.</param>
    public static Localizer Load(IReadOnlyList<ContentFile> files, IReadOnlyList<SourceText> sources) => new(files, sources);

    private IEnumerable<(Language Language, ContentFile File)> Each(IReadOnlyList<ContentFile> files, string name)
    {
        foreach (var language in Registry.All)
        {
            if (files.At(ContentFiles.Of(language.Tag, name)) is { } file)
                yield return (language, file);
        }
    }
}
