using RemedyBot.Localization;
using RemedyBot.Localization.Catalogs;

namespace RemedyBot.Tests.Localization.Dates;

public sealed class DateWriterTests
{
    [Theory]
    [InlineData("2026-03-05", "en", "5 March 2026")]
    [InlineData("2026-03-05", "es", "5 de marzo de 2026")]
    [InlineData("2026-03", "fr", "mars 2026")]
    [InlineData("2026", "pt", "2026")]
    [InlineData("2026-03~", "en", "around March 2026")]
    [InlineData("2026-03?", "en", "perhaps March 2026")]
    [InlineData("2026-03-XX", "en", "some day in March 2026")]
    [InlineData("2026-02/2026-05", "es", "entre febrero de 2026 y mayo de 2026")]
    [InlineData("../2026-05", "ar", "قبل مايو 2026")]
    [InlineData("soon", "en", "soon")]
    public void Writes_dates_out(string edtf, string language, string expected)
    {
        var source = new SourceText { Key = "a/b/text", Text = "{when}", File = "dialogs/a.yaml", Source = language };
        var catalog = Localizer.Load(ShippedContent.Files, [source]).Catalog;
        Assert.Equal(expected, catalog.Render(language, "a/b/text", new Dictionary<string, Arg> { ["when"] = new Arg.When(edtf) }));
    }
}
