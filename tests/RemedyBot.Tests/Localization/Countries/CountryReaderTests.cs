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
    [InlineData("أعيش في مصر", "EG")]
    [InlineData("أعيش في لبنان", "LB")]
    [InlineData("Georgia", "GE")]
    [InlineData("Equatorial Guinea", "GQ")]
    [InlineData("Niger", "NE")]
    [InlineData("no", null)]
    [InlineData("si", null)]
    [InlineData("", null)]
    [InlineData("somewhere safe", null)]
    [InlineData("not in Spain", null)]
    [InlineData("I am not in Spain", null)]
    [InlineData("I don't live in Spain", null)]
    [InlineData("no estoy en España", null)]
    [InlineData("ya no vivo en España", null)]
    [InlineData("pas en France", null)]
    [InlineData("je ne suis pas en France", null)]
    [InlineData("não estou em Portugal", null)]
    [InlineData("لست في لبنان", null)]
    [InlineData("I am not in Spain but in France", "FR")]
    [InlineData("France, pas en Espagne", "FR")]
    [InlineData("no, España", "ES")]
    [InlineData("moro no Brasil", "BR")]
    [InlineData("estou no norte do Brasil", "BR")]
    public void Reads(string text, string? code) => Assert.Equal(code, (Reader.Read(text) as CountryResult.Found)?.Code);

    [Theory]
    [InlineData("Congo", "CD CG")]
    [InlineData("Korea", "KP KR")]
    [InlineData("الكونغو", "CD CG")]
    [InlineData("from Syria, now in Turkey", "SY TR")]
    public void Says_when_several_fit(string text, string codes) =>
        Assert.Equal(codes, string.Join(' ', Assert.IsType<CountryResult.Ambiguous>(Reader.Read(text)).Codes));

    /// <summary>A slip is as often another word, or a city of another country: what is one letter from a name is asked.</summary>
    [Theory]
    [InlineData("Germny", "DE")]
    [InlineData("I live in Germny", "DE")]
    [InlineData("Gautemala", "GT")]
    [InlineData("Hungry", "HU")]
    [InlineData("Nigel", "NE")]
    [InlineData("Sedan", "SD")]
    [InlineData("Susan", "SD")]
    [InlineData("Ismael", "IL")]
    public void What_only_resembles_a_name_is_asked(string text, string code) =>
        Assert.Contains(code, Assert.IsType<CountryResult.Ambiguous>(Reader.Read(text)).Codes);

    private static readonly List<string[]> World =
        [.. File.ReadLines(Path.Combine(Repository.Root, "tests/RemedyBot.Tests/Localization/Countries/cities.tsv")).Where(l => l[0] != '#').Select(l => l.Split('\t'))];

    public static TheoryData<string, string, string> Cities
    {
        get
        {
            var cities = new TheoryData<string, string, string>();
            foreach (var row in World)
                cities.Add(row[0], row[1], row[2]);
            return cities;
        }
    }

    [Theory]
    [MemberData(nameof(Cities))]
    public void No_city_is_taken_for_another_country(string code, string city, string own)
    {
        foreach (var name in own.Split(';', StringSplitOptions.RemoveEmptyEntries).Prepend(city))
            Assert.True(Reader.Read(name) is not CountryResult.Found found || found.Code == code, $"{name} is read as {Reader.Read(name)}");
    }

    /// <summary>By nationality, in the country's own language, or by a city: one of these is the first that comes to mind.</summary>
    [Theory]
    [InlineData("Deutschland", "DE")]
    [InlineData("日本", "JP")]
    [InlineData("Россия", "RU")]
    [InlineData("Suomi", "FI")]
    [InlineData("Ελλάδα", "GR")]
    [InlineData("مصر", "EG")]
    [InlineData("Türkiye", "TR")]
    [InlineData("대한민국", "KR")]
    [InlineData("Україна", "UA")]
    [InlineData("Sverige", "SE")]
    [InlineData("Norge", "NO")]
    [InlineData("Polska", "PL")]
    [InlineData("România", "RO")]
    [InlineData("ایران", "IR")]
    [InlineData("भारत", "IN")]
    [InlineData("ישראל", "IL")]
    [InlineData("french", "FR")]
    [InlineData("I am Mexican", "MX")]
    [InlineData("mexicana", "MX")]
    [InlineData("colombiana", "CO")]
    [InlineData("soy españolas", "ES")]
    [InlineData("algérienne", "DZ")]
    [InlineData("je suis sénégalaise", "SN")]
    [InlineData("brasileiro", "BR")]
    [InlineData("brasileira", "BR")]
    [InlineData("sou alemã", "DE")]
    [InlineData("مصرية", "EG")]
    [InlineData("أنا سورية", "SY")]
    [InlineData("Madrid", "ES")]
    [InlineData("London", "GB")]
    [InlineData("Londres", "GB")]
    [InlineData("vivo en Londres", "GB")]
    [InlineData("Paris, France", "FR")]
    [InlineData("je suis à Lyon", "FR")]
    [InlineData("New York", "US")]
    [InlineData("القاهرة", "EG")]
    [InlineData("أعيش في بيروت", "LB")]
    [InlineData("São Paulo", "BR")]
    [InlineData("moro em Lisboa", "PT")]
    [InlineData("Москва", "RU")]
    [InlineData("北京", "CN")]
    public void Reads_what_people_call_where_they_are(string text, string code) => Assert.Equal(new CountryResult.Found(code), Reader.Read(text));

    [Theory]
    [InlineData("Córdoba", "AR ES")]
    [InlineData("Barcelona", "ES VE")]
    [InlineData("Granada", "ES GD")]
    [InlineData("Tripoli", "LB LY")]
    [InlineData("Hyderabad", "IN PK")]
    [InlineData("Guinea", "GN GQ GW")]
    [InlineData("Corea", "KP KR")]
    [InlineData("congolaise", "CD CG")]
    [InlineData("Dominican", "DM DO")]
    [InlineData("Atlanta, Georgia", "GE US")]
    [InlineData("he keeps calling me from his flat in Madrid", "ES")]
    [InlineData("Barcelonaa", "ES VE")]
    [InlineData("Phillipines", "PH")]
    [InlineData("Nigera", "NE NG")]
    public void Asks_which_where_several_fit_or_it_is_not_sure(string text, string codes) =>
        Assert.Equal(codes, string.Join(' ', Assert.IsType<CountryResult.Ambiguous>(Reader.Read(text)).Codes.Order(StringComparer.Ordinal)));

    /// <summary>A word that is a city as well is none in a sentence.</summary>
    [Theory]
    [InlineData("it would be nice if this stopped")]
    [InlineData("I keep reading his messages")]
    [InlineData("Sofia told me everything")]
    [InlineData("his french friend")]
    public void Takes_no_other_word_for_a_place(string text) => Assert.IsType<CountryResult.NotUnderstood>(Reader.Read(text));

    [Fact]
    public void Knows_the_capitals_and_the_biggest_cities()
    {
        Assert.True(World.Count > 300);
        Assert.All(World, c => Assert.True(Reader.Read(c[1]) switch
        {
            CountryResult.Found found => found.Code == c[0],
            CountryResult.Ambiguous several => several.Codes.Contains(c[0]),
            _ => false,
        }, $"{c[1]} is read as {Reader.Read(c[1])}"));
    }

    [Theory]
    [InlineData("Luanda", "AO")]
    [InlineData("Busan", "KR")]
    [InlineData("Vienna", "AT")]
    [InlineData("Manama", "BH")]
    [InlineData("Salta", "AR")]
    [InlineData("Atlanta, Georgia", "US")]
    public void No_city_is_corrected_into_a_country(string text, string code) =>
        Assert.True(Reader.Read(text) is not CountryResult.Found found || found.Code == code, $"{text} is read as {Reader.Read(text)}");

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
