namespace RemedyBot.Tests.Contract;

/// <summary>When it was: no day to come, seasons where the person is, and a deadline that lies ahead (contract, section 1).</summary>
public sealed class DateTests
{
    public static TheoryData<string, string> ToCome => new()
    {
        { "en", "tomorrow" }, { "en", "2027" }, { "es", "mañana" }, { "es", "el mes que viene" }, { "fr", "demain" }, { "pt", "amanhã" }, { "ar", "غدا" }, { "ar", "2027" },
    };

    [Theory]
    [MemberData(nameof(ToCome))]
    public async Task What_is_still_to_come_was_not_noticed_and_is_asked_again_kindly(string language, string words)
    {
        await using var chat = await AChat.Open();
        var person = await At(chat, language, "other.unclassified", "when/first-seen");
        await person.Say(words);
        Assert.Equal("when/first-seen", person.Step);
        Assert.Equal(AChat.Content.Localizer.Catalog.Render(language, "common/retry-ahead"), person.Messages[0].GetProperty("text").GetString());
        Assert.False(person.Summary.TryGetProperty("timeline", out _));
        await person.Say("2025");
        Assert.Equal("2025 exact", When(person));
    }

    [Theory]
    [InlineData("en", "1850")]
    [InlineData("en", "in 1905")]
    [InlineData("en", "1445")]
    [InlineData("es", "1850")]
    [InlineData("fr", "1850")]
    [InlineData("pt", "1850")]
    [InlineData("ar", "١٨٥٠")]
    public async Task A_year_that_nobody_remembers_is_asked_again_kindly(string language, string words)
    {
        await using var chat = await AChat.Open();
        var person = await At(chat, language, "other.unclassified", "when/first-seen");
        await person.Say(words);
        Assert.Equal("when/first-seen", person.Step);
        Assert.Equal(AChat.Content.Localizer.Catalog.Render(language, "common/retry-long-ago"), person.Messages[0].GetProperty("text").GetString());
        Assert.False(person.Summary.TryGetProperty("timeline", out _));
    }

    /// <summary>"10 years ago" is no child of ten.</summary>
    [Theory]
    [InlineData("en", "10 years ago")]
    [InlineData("en", "12 years ago")]
    [InlineData("en", "about 15 years ago")]
    [InlineData("es", "hace 12 años")]
    [InlineData("fr", "il y a 12 ans")]
    [InlineData("pt", "há 12 anos")]
    [InlineData("ar", "قبل 12 سنة")]
    public async Task A_plain_date_is_nobodys_age(string language, string words)
    {
        await using var chat = await AChat.Open();
        var person = await At(chat, language, "other.unclassified", "when/first-seen");
        await person.Say(words);
        Assert.Equal("when/ongoing", person.Step);
        Assert.DoesNotContain("minor", person.Signals);
        Assert.NotNull(When(person));
    }

    [Fact]
    public async Task An_age_beside_a_date_is_heard()
    {
        await using var chat = await AChat.Open();
        var person = await At(chat, "en", "other.unclassified", "when/first-seen");
        await person.Say("yesterday, and i am 14 years old");
        Assert.Contains("minor", person.Signals);
    }

    [Theory]
    [InlineData("en", "5 Foo 2026")]
    [InlineData("en", "30 February 2026")]
    [InlineData("ar", "٣٠ فبراير ٢٠٢٦")]
    public async Task A_day_that_does_not_exist_is_asked_again(string language, string words)
    {
        await using var chat = await AChat.Open();
        var person = await At(chat, language, "other.unclassified", "when/first-seen");
        await person.Say(words);
        Assert.Equal("when/first-seen", person.Step);
        Assert.False(person.Summary.TryGetProperty("timeline", out _));
    }

    [Theory]
    [InlineData("pt", "PT", "na primavera passada", "2026-03/2026-05")]
    [InlineData("pt", "BR", "na primavera passada", "2025-09/2025-11")]
    [InlineData("es", "AR", "la primavera pasada", "2025-09/2025-11")]
    [InlineData("en", "AU", "last summer", "2025-12/2026-02")]
    [InlineData("en", null, "last summer", "2025-12/2026-08")]
    public async Task A_season_falls_where_the_person_said_to_be(string language, string? country, string words, string edtf)
    {
        await using var chat = await AChat.Open();
        var person = await chat.Greet(language);
        await (country is null ? person.Say("no") : person.Say("yes", country, "continue"));
        await person.Say("no", "adult", "other.unclassified");
        await person.SkipTo("when/first-seen");
        await person.Say(words);
        Assert.Equal(edtf + " about", When(person));
    }

    [Fact]
    public async Task A_deadline_lies_ahead()
    {
        await using var chat = await AChat.Open();
        var person = await At(chat, "en", "adm.public-service", "when/deadline");
        await person.Say("5 December");
        Assert.Equal("2026-12-05 exact", When(person));
    }

    private static async Task<Person> At(AChat chat, string language, string harm, string step) =>
        await (await (await chat.Greet(language)).Say("no", "no", "adult", harm)).SkipTo(step);

    private static string When(Person person) =>
        person.Summary.GetProperty("timeline")[0] is var told ? $"{told.GetProperty("when").GetString()} {told.GetProperty("certainty").GetString()}" : "";
}
