namespace RemedyBot.Tests.Localization.Negotiation;

public sealed class LanguageNamesTests
{
    [Theory]
    [InlineData("es", "en", "Spanish")]
    [InlineData("ar", "en", "Arabic")]
    [InlineData("es", "fr", "espagnol")]
    [InlineData("es", "ar", "الإسبانية")]
    [InlineData("es-MX", "en", "Mexican Spanish")]
    [InlineData("ti-ER", "en", "Tigrinya")]
    [InlineData("ti", "en", "Tigrinya")]
    [InlineData("qqq", "en", "qqq")]
    [InlineData("es", "qqq", "Español")]
    public void A_language_is_named_in_the_readers(string tag, string reader, string name) => Assert.Equal(name, ShippedContent.Localizer.LanguageNames.Name(tag, reader));
}
