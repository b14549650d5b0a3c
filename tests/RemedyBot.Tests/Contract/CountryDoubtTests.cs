namespace RemedyBot.Tests.Contract;

/// <summary>A country that was not surely said is asked, and while it is asked nobody in danger is without help.</summary>
public sealed class CountryDoubtTests
{
    public static TheoryData<string, string, string> Slips
    {
        get
        {
            var slips = new TheoryData<string, string, string>();
            foreach (var language in AChat.Languages)
            {
                slips.Add(language, "Rwnda", "RW");
                slips.Add(language, "Huungary", "HU");
            }

            return slips;
        }
    }

    [Theory]
    [MemberData(nameof(Slips))]
    public async Task What_only_resembles_a_country_is_asked_in_danger(string language, string written, string code)
    {
        await using var chat = await AChat.Open();
        var person = await (await chat.Greet(language)).Say("yes", written);
        Assert.Equal(["danger/country", "danger/country"], person.Steps);
        Assert.Contains("112", person.Messages[0].GetProperty("text").GetString(), StringComparison.Ordinal);
        Assert.Equal([code, "more"], person.Choices);
        Assert.Equal(AChat.Content.Localizer.Countries.Name(code, language), person.Title(code));
        Assert.Null(Country(person));
        await person.Say(code);
        Assert.StartsWith("danger/", person.Steps[0], StringComparison.Ordinal);
        Assert.NotEqual("danger/country", person.Step);
        Assert.Equal(code, Country(person));
    }

    [Theory]
    [InlineData("yes", "RW")]
    [InlineData("1", "RW")]
    [InlineData("Rwanda", "RW")]
    [InlineData("Kenya", "KE")]
    [InlineData("no", null)]
    [InlineData("more", null)]
    [InlineData("xyzzy", null)]
    public async Task It_is_answered_with_a_yes_a_number_a_name_or_a_no(string answer, string? code)
    {
        await using var chat = await AChat.Open();
        var person = await (await chat.Greet()).Say("yes", "Rwnda", answer);
        Assert.Equal(code, Country(person));
        if (code is null)
        {
            Assert.Equal("danger/country", person.Step);
            Assert.Contains("112", person.Messages[0].GetProperty("text").GetString(), StringComparison.Ordinal);
            Assert.Empty(person.Choices);
        }
    }

    /// <summary>"I am not in danger" is not offered beside "is it this one?": a no is a no to the country.</summary>
    [Fact]
    public async Task A_no_to_the_country_does_not_take_the_alarm_back()
    {
        await using var chat = await AChat.Open();
        var person = await (await chat.Greet()).Say("no", "no", "adult", "he is going to kill me");
        Assert.Equal(["no"], person.Choices);
        await person.Say("Rwnda");
        Assert.Equal(["RW", "more"], person.Choices);
        await person.Say("no");
        Assert.Equal("danger/country", person.Step);
        Assert.Equal(["no"], person.Choices);
        Assert.Contains("danger", person.Signals);
    }

    [Fact]
    public async Task However_often_a_country_is_not_found_the_way_to_a_number_stays()
    {
        await using var chat = await AChat.Open();
        var person = await (await chat.Greet()).Say("yes");
        for (var attempt = 0; attempt < 4; attempt++)
        {
            await person.Say("xyzzy");
            Assert.Contains("112", person.Messages[0].GetProperty("text").GetString(), StringComparison.Ordinal);
        }
    }

    [Fact]
    public async Task Outside_danger_it_is_asked_as_well()
    {
        await using var chat = await AChat.Open();
        var person = await (await chat.Greet()).Say("no", "no", "adult", "other.unclassified");
        await (await person.SkipTo("country/country")).Say("Congo");
        Assert.Equal(["CD", "CG", "more"], person.Choices);
        await person.Say("CG");
        Assert.Equal("CG", Country(person));
    }

    private static string? Country(Person person) =>
        person.Trace.GetProperty("summary") is { ValueKind: System.Text.Json.JsonValueKind.Object } summary && summary.TryGetProperty("person", out var who) && who.TryGetProperty("country", out var country) ? country.GetString() : null;
}
