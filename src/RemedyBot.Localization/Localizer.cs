using RemedyBot.Localization.Catalogs;
using RemedyBot.Localization.Checks;
using RemedyBot.Localization.Countries;
using RemedyBot.Localization.Dates;
using RemedyBot.Localization.Matching;
using RemedyBot.Localization.Negotiation;

namespace RemedyBot.Localization;

/// <summary>Everything this room knows, built once from texts. Immutable; safe for any number of threads.</summary>
public sealed class Localizer
{
    private Localizer(LanguageRegistry registry, IReadOnlyList<SourceText> sources)
    {
        Registry = registry;
        Catalog = new Catalog(sources);
        Negotiator = new LanguageNegotiator(registry);
        Languages = new LanguageReader(registry);
    }

    public LanguageRegistry Registry { get; }

    public Catalog Catalog { get; }

    public LanguageNegotiator Negotiator { get; }

    public LanguageReader Languages { get; }

    public ChoiceReader Choices { get; } = new();

    public WishReader Wishes { get; } = new();

    public DateReader Dates { get; } = new();

    public CountryReader Countries { get; } = new();

    /// <summary>What kept a file or an entry from being used. Loading never fails because of content.</summary>
    public IReadOnlyList<Finding> Findings { get; } = [];

    /// <param name="files">Every file under <c>localization/</c> (the overlay's already laid over the shipped ones).</param>
    /// <param name="sources">The texts of the dialogs.</param>
    public static Localizer Load(IReadOnlyList<ContentFile> files, IReadOnlyList<SourceText> sources) =>
        new(new LanguageRegistry([new() { Tag = "en", Name = "English", Plural = "nplurals=2; plural=n != 1;", Culture = "en" }]), sources);
}
