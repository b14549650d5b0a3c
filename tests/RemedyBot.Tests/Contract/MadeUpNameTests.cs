namespace RemedyBot.Tests.Contract;

/// <summary>The made-up name that a person has until they choose one.</summary>
public sealed class MadeUpNameTests
{
    public static TheoryData<string> Languages => [.. AChat.Languages];

    [Theory]
    [MemberData(nameof(Languages))]
    public async Task Is_of_the_words_of_the_persons_language(string language)
    {
        var (first, second) = (Words(language, "name-first"), Words(language, "name-second"));
        Assert.Equal((32, 32), (first.Distinct().Count(), second.Distinct().Count()));
        if (language != "en")
            // A dune is one in French too.
            Assert.InRange(first.Concat(second).Intersect(Words("en", "name-first").Concat(Words("en", "name-second")), StringComparer.OrdinalIgnoreCase).Count(), 0, 2);
        await using var chat = await AChat.Open();
        var person = await chat.Greet(language);
        await person.Say("no", "no", "adult", "abuse.hate");
        var name = person.Summary.GetProperty("person").GetProperty("handle").GetString()!;
        Assert.Contains(name, first.SelectMany(one => second.Select(other => $"{one} {other}")));
        await person.Say("enough");
        Assert.Contains(name, person.Texts, StringComparison.Ordinal);
    }

    [Fact]
    public void Is_the_same_for_the_same_case() =>
        Assert.Equal("Blue Clover", AChat.Content.MadeUpName("en", "aaa" + "a" + "aaaaaaa" + "z" + new string('a', 14)));

    private static string[] Words(string language, string key) =>
        AChat.Content.Localizer.Catalog.Render(language, "common/" + key).Split([',', '،'], StringSplitOptions.TrimEntries);
}
