using RemedyBot.Localization;
using RemedyBot.Localization.Negotiation;

namespace RemedyBot.Tests.Localization.Negotiation;

public sealed class NegotiationTests
{
    private static readonly Localizer Shipped = ShippedContent.Localizer;

    private static readonly Localizer Wide = Localizer.Load(
        [
            new ContentFile("localization/languages.yaml", string.Concat(new[] { "en released", "es released", "es-MX beta", "fa-AF beta", "zh-Hant beta", "sw draft" }.Select(l =>
                $"{l.Split(' ')[0]}:\n  name: {l.Split(' ')[0]}\n  dir: ltr\n  plural: \"nplurals=1; plural=0;\"\n  status: {l.Split(' ')[1]}\n"))),
        ],
        []);

    [Theory]
    [InlineData("es-MX,es;q=0.9,en;q=0.8", "es")]
    [InlineData("de, fr-CA;q=0.5, en;q=0.4", "fr")]
    [InlineData("en;q=0.3, ar;q=0.9", "ar")]
    [InlineData("es;q=0, pt-PT", "pt")]
    [InlineData("pt_BR", "pt")]
    [InlineData("de, ja", "en")]
    [InlineData("*", "en")]
    [InlineData("", "en")]
    [InlineData(";;;q=,,x=1", "en")]
    public void Chooses_the_best_shipped_language(string header, string tag) => Assert.Equal(tag, Shipped.Negotiator.Best([header]));

    [Theory]
    [InlineData("es-MX", "es-MX")]
    [InlineData("es-AR", "es")]
    [InlineData("prs", "fa-AF")]
    [InlineData("zh-TW", "zh-Hant")]
    [InlineData("zh-CN", "en")]
    [InlineData("sw", "en")]
    public void Knows_regions_aliases_and_scripts(string tag, string best) => Assert.Equal(best, Wide.Negotiator.Best([tag]));

    [Fact]
    public void Offers_drafts_only_when_asked()
    {
        Assert.Equal("sw", Wide.Negotiator.Best(["sw"], drafts: true));
        Assert.Null(Wide.Negotiator.Match(["sw"]));
        Assert.DoesNotContain(Wide.Registry.Offered(), l => l.Tag == "sw");
    }

    [Theory]
    [InlineData("español", "es")]
    [InlineData("Spanish", "es")]
    [InlineData("castellano", "es")]
    [InlineData("espagnol", "es")]
    [InlineData("arabic", "ar")]
    [InlineData("العربية", "ar")]
    [InlineData("عربي", "ar")]
    [InlineData("français", "fr")]
    [InlineData("francais", "fr")]
    [InlineData("FR", "fr")]
    [InlineData("fr-CA", "fr")]
    [InlineData("en", "en")]
    [InlineData("brazilian portuguese", "pt")]
    public void Reads_languages_as_typed(string text, string offered) => Assert.Equal(offered, Shipped.Languages.Read(text)?.Offered);

    [Theory]
    [InlineData("Kiswahili", "sw")]
    [InlineData("farsi", "fa")]
    [InlineData("中文", "zh")]
    [InlineData("uk", "uk")]
    public void Knows_languages_that_it_does_not_speak(string text, string tag) =>
        Assert.Equal(new LanguageAnswer(tag, null), Shipped.Languages.Read(text));

    [Theory]
    [InlineData("")]
    [InlineData("he speaks Spanish to me")]
    [InlineData("12")]
    [InlineData("zz")]
    public void Is_not_fooled(string text) => Assert.Null(Shipped.Languages.Read(text));

    [Fact]
    public void Five_languages_are_shipped_and_English_is_released()
    {
        Assert.Equal(["en", "es", "fr", "pt", "ar"], Shipped.Registry.All.Select(l => l.Tag));
        Assert.Equal("rtl", Shipped.Registry.Find("ar")!.Direction);
        Assert.Equal(LanguageStatus.Released, Shipped.Registry.All[0].Status);
        Assert.DoesNotContain(Shipped.Findings, f => f.File.EndsWith(".yaml", StringComparison.Ordinal));
    }
}
