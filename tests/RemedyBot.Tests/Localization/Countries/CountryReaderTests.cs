using FsCheck.Xunit;
using RemedyBot.Localization.Countries;

namespace RemedyBot.Tests.Localization.Countries;

public sealed class CountryReaderTests
{
    private static readonly CountryReader Reader = ShippedContent.Localizer.Countries;

    [Theory]
    [InlineData("MX", "MX")]
    [InlineData("mx", "MX")]
    [InlineData("NO", "NO")]
    [InlineData("México", "MX")]
    [InlineData("Alemania", "DE")]
    [InlineData("allemagne", "DE")]
    [InlineData("ألمانيا", "DE")]
    [InlineData("المانيا", "DE")]
    [InlineData("اردن", "JO")]
    [InlineData("USA", "US")]
    [InlineData("U.S.A.", "US")]
    [InlineData("EE. UU.", "US")]
    [InlineData("the UK", "GB")]
    [InlineData("England", "GB")]
    [InlineData("UAE", "AE")]
    [InlineData("Congo-Kinshasa", "CD")]
    [InlineData("Holland", "NL")]
    [InlineData("Ivory Coast", "CI")]
    [InlineData("Cote d'Ivoire", "CI")]
    [InlineData("South Korea", "KR")]
    [InlineData("Kosovo", "XK")]
    [InlineData("I live in Papua New Guinea", "PG")]
    [InlineData("vivo en México", "MX")]
    [InlineData("أعيش في مصر", null)]
    [InlineData("أعيش في لبنان", "LB")]
    [InlineData("Germny", "DE")]
    [InlineData("Gautemala", "GT")]
    [InlineData("Georgia", "GE")]
    [InlineData("Guinea", "GN")]
    [InlineData("Niger", "NE")]
    [InlineData("no", null)]
    [InlineData("si", null)]
    [InlineData("", null)]
    [InlineData("somewhere safe", null)]
    public void Reads(string text, string? code) => Assert.Equal(code, (Reader.Read(text) as CountryResult.Found)?.Code);

    [Theory]
    [InlineData("Congo", "CD CG")]
    [InlineData("Korea", "KP KR")]
    [InlineData("الكونغو", "CD CG")]
    [InlineData("from Syria, now in Turkey", "SY TR")]
    public void Says_when_several_fit(string text, string codes) =>
        Assert.Equal(codes, string.Join(' ', Assert.IsType<CountryResult.Ambiguous>(Reader.Read(text)).Codes));

    [Fact]
    public void Knows_every_country_of_ISO_3166_1_and_Kosovo_by_name_in_every_shipped_language()
    {
        Assert.Equal(250, Reader.Codes.Count);
        Assert.All(Reader.Codes, code => Assert.All(ShippedContent.Localizer.Registry.All, language =>
        {
            var name = Reader.Name(code, language.Tag);
            Assert.NotEqual(code, name);
            Assert.True(Reader.Read(name) is CountryResult.Found found ? found.Code == code : Reader.Read(name) is CountryResult.Ambiguous several && several.Codes.Contains(code), $"{language.Tag} {name}");
        }));
    }

    [Fact]
    public void Names_fall_back() => Assert.Equal(("France", "QQ"), (Reader.Name("FR", "xx"), Reader.Name("QQ", "es")));

    [Property(MaxTest = 300)]
    public bool Never_throws(string? text) => Reader.Read(text ?? "") is not null;
}
