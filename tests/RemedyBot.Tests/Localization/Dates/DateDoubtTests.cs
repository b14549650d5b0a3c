using RemedyBot.Localization.Dates;

namespace RemedyBot.Tests.Localization.Dates;

/// <summary>What was said in part, vaguely, of a season or of a time to come is never read as more than it was.</summary>
public sealed class DateDoubtTests
{
    // A Sunday.
    private static readonly DateOnly Today = new(2026, 11, 22);
    private static readonly DateReader Reader = ShippedContent.Localizer.Dates;

    [Theory]
    [InlineData("Ramadan 2025", "en", "2025-01/2025-12", Certainty.About)]
    [InlineData("Februery 2026", "en", "2026-01/2026-12", Certainty.About)]
    [InlineData("Monday 2024", "en", "2024-01/2024-12", Certainty.About)]
    [InlineData("enero 2025", "en", "2025-01", Certainty.Exact)]
    [InlineData("آذار 2025", "fr", "2025-03", Certainty.Exact)]
    public void Calls_nothing_exact_that_stands_beside_words_it_did_not_understand(string text, string language, string edtf, Certainty certainty) =>
        Assert.Equal((edtf, certainty), Read(text, language));

    [Theory]
    [InlineData("a few months ago", "en", "2026-08~")]
    [InlineData("some months ago", "en", "2026-08~")]
    [InlineData("months ago", "en", "2026-08~")]
    [InlineData("some weeks ago", "en", "2026-11-01")]
    [InlineData("hace unos meses", "es", "2026-08~")]
    [InlineData("hace unas semanas", "es", "2026-11-01")]
    [InlineData("hace algunas semanas", "es", "2026-11-01")]
    [InlineData("hace meses", "es", "2026-08~")]
    [InlineData("il y a quelques mois", "fr", "2026-08~")]
    [InlineData("il y a des mois", "fr", "2026-08~")]
    [InlineData("il y a des semaines", "fr", "2026-11-01")]
    [InlineData("há alguns meses", "pt", "2026-08~")]
    [InlineData("há uns meses", "pt", "2026-08~")]
    [InlineData("há umas semanas", "pt", "2026-11-01")]
    [InlineData("faz anos", "pt", "2023-01/2023-12")]
    [InlineData("قبل بضعة أشهر", "ar", "2026-08~")]
    [InlineData("قبل بعض الأشهر", "ar", "2026-08~")]
    [InlineData("منذ أسابيع", "ar", "2026-11-01")]
    public void A_few_is_never_one_and_never_exact(string text, string language, string edtf) =>
        Assert.Equal((edtf, Certainty.About), Read(text, language));

    [Theory]
    [InlineData("hace unos 5 meses", "es", "2026-06~", Certainty.About)]
    [InlineData("há uns dois meses", "pt", "2026-09~", Certainty.About)]
    [InlineData("some 2 months ago", "en", "2026-09~", Certainty.About)]
    [InlineData("2 months ago", "en", "2026-09~", Certainty.About)]
    [InlineData("3 days ago", "en", "2026-11-19", Certainty.Exact)]
    [InlineData("some day in March", "en", "2026-03", Certainty.Exact)]
    public void A_number_says_more_than_a_few_and_a_few_is_no_day(string text, string language, string edtf, Certainty certainty) =>
        Assert.Equal((edtf, certainty), Read(text, language));

    [Theory]
    [InlineData("na primavera passada", "pt", "PT", "2026-03/2026-05")]
    [InlineData("na primavera passada", "pt", "BR", "2025-09/2025-11")]
    [InlineData("verão de 2024", "pt", "PT", "2024-06/2024-08")]
    [InlineData("la primavera pasada", "es", "ES", "2026-03/2026-05")]
    [InlineData("la primavera pasada", "es", "AR", "2025-09/2025-11")]
    [InlineData("verano de 2024", "es", "ES", "2024-06/2024-08")]
    [InlineData("verano de 2024", "es", "AR", "2023-12/2025-02")]
    [InlineData("verano de 2026", "es", "AR", "2025-12/2026-02")]
    [InlineData("invierno de 2024", "es", "AR", "2024-06/2024-08")]
    [InlineData("invierno de 2024", "es", "MX", "2024-12/2025-02")]
    [InlineData("last summer", "en", "AU", "2025-12/2026-02")]
    [InlineData("last summer", "en", "GB", "2026-06/2026-08")]
    [InlineData("last summer", "en", "KE", "2025-12/2026-08")]
    [InlineData("l'été dernier", "fr", "RE", "2025-12/2026-02")]
    [InlineData("l'été dernier", "fr", "FR", "2026-06/2026-08")]
    [InlineData("الصيف الماضي", "ar", "AU", "2025-12/2026-02")]
    [InlineData("الصيف الماضي", "ar", "SY", "2026-06/2026-08")]
    public void A_season_falls_where_the_person_is(string text, string language, string country, string edtf) =>
        Assert.Equal(edtf, Reader.Read(text, [language], Today, country: country)?.Edtf);

    [Theory]
    [InlineData("tomorrow", true)]
    [InlineData("mañana", true)]
    [InlineData("in 3 days", true)]
    [InlineData("next month", true)]
    [InlineData("next year", true)]
    [InlineData("2027", true)]
    [InlineData("2026-12", true)]
    [InlineData("5 December 2026", true)]
    [InlineData("5/12/2026", false)]
    [InlineData("25/12/2026", true)]
    // Already today, east of here.
    [InlineData("23 November 2026", false)]
    [InlineData("2026", false)]
    [InlineData("this month", false)]
    [InlineData("today", false)]
    [InlineData("before 2027", false)]
    public void Tells_what_is_still_to_come(string text, bool ahead) => Assert.Equal(ahead, Reader.Read(text, ["en"], Today)?.IsAhead);

    /// <summary>A code that nobody has would say nothing, and a country has one place on the globe.</summary>
    [Fact]
    public void The_list_of_hemispheres_names_each_country_once_by_its_code()
    {
        var file = File.ReadAllText(Path.Combine(Repository.Root, "localization/hemispheres.yaml"));
        var lists = new YamlDotNet.Serialization.DeserializerBuilder().Build().Deserialize<Dictionary<string, object>>(file);
        var listed = new[] { "south", "either" }.SelectMany(key => ((List<object>)lists[key]).Cast<string>()).ToList();
        Assert.Equal(listed.Distinct(), listed);
        Assert.Empty(listed.Except(ShippedContent.Localizer.Countries.Codes));
    }

    private static (string?, Certainty?) Read(string text, string language) =>
        Reader.Read(text, [language], Today) is { } answer ? (answer.Edtf, answer.Certainty) : (null, null);
}
