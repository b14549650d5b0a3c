namespace RemedyBot.Tests.Contract;

/// <summary>What stands in a person's own words is offered where it is asked for, kept only with their yes, and can be refused or mended.</summary>
public sealed class WrittenWordsTests
{
    private const string Words = "my ex wants 500 dollars or he posts my nudes, it is on https://www.instagram.com/some.page/ and his name there is @some.body_1";

    private static async Task<Person> Told(AChat chat, string words = Words, string language = "en") =>
        await (await chat.Greet(language)).Say("no", "no", "adult", words, "ibsa.threat");

    private static string All(Person person, params string[] names)
    {
        var at = person.Summary;
        foreach (var name in names)
            if (!at.TryGetProperty(name, out at))
                return "";
        return at.GetRawText();
    }

    [Fact]
    public async Task Nothing_of_it_is_kept_before_a_yes()
    {
        await using var chat = await AChat.Open();
        var person = await Told(chat);

        Assert.Equal("", All(person, "locations"));
        Assert.Equal("", All(person, "perpetrator"));
        Assert.Equal(["leaf", "primary"], person.Summary.GetProperty("harms")[0].EnumerateObject().Select(p => p.Name));
    }

    [Theory]
    [InlineData("en", "I work at a women's rights organisation. A client is harassed by hundreds of accounts that post her address.")]
    [InlineData("es", "Trabajo en una organización. A una mujer que acompañamos la acosan cientos de cuentas.")]
    [InlineData("fr", "Je travaille dans une association. Une femme que j'accompagne est harcelée par des centaines de comptes.")]
    [InlineData("pt", "Trabalho em uma organização. Uma mulher que acompanhamos é assediada por centenas de contas.")]
    [InlineData("ar", "أعمل في منظمة. امرأة نساعدها تتعرض لمضايقة من مئات الحسابات.")]
    public async Task Whoever_tells_of_another_person_is_asked_to_whom_it_happened(string language, string words)
    {
        await using var chat = await AChat.Open();
        var person = await (await chat.Greet(language)).Say("no", "no", "adult", words);

        Assert.Equal(("age/role", "/person/role"), (person.Step, person.Field));
        await person.Say("professional");
        Assert.Equal("age/authority", person.Step);
        await person.Say("verbal");
        Assert.StartsWith("harm/", person.Step, StringComparison.Ordinal);
        Assert.Equal("professional", person.Summary.GetProperty("person").GetProperty("role").GetString());
    }

    [Theory]
    [InlineData("My ex put my nudes on Telegram")]
    [InlineData("My sister and my boss read my messages")]
    public async Task Whoever_tells_of_themselves_is_not(string words)
    {
        await using var chat = await AChat.Open();
        var person = await (await chat.Greet("en")).Say("no", "no", "adult", words);

        Assert.StartsWith("harm/", person.Step, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_sum_is_asked_about_in_the_words_that_were_written()
    {
        await using var chat = await AChat.Open();
        var person = await (await Told(chat)).SkipTo("detail/payment-written");

        Assert.Equal(("yesno", "/harms/-/facets/payment_demanded"), (person.Kind, person.Field));
        Assert.Contains("500 dollars", person.Last.GetProperty("text").GetString(), StringComparison.Ordinal);
        await person.Say("no");
        Assert.NotEqual("detail/payment", person.Step);
    }

    [Fact]
    public async Task A_link_names_its_platform_and_is_taken_over_with_one_tap()
    {
        await using var chat = await AChat.Open();
        var person = await (await Told(chat)).SkipTo("platform/named");

        Assert.Equal(["plt.instagram", "more"], person.Choices);
        await person.Say("yes");
        Assert.Equal(("platform/links-written", "items", "/locations/-/url"), (person.Step, person.Kind, person.Field));
        Assert.Equal(["https://www.instagram.com/some.page/", "more"], person.Choices);
        Assert.DoesNotContain("some.page", All(person, "locations"), StringComparison.Ordinal);
        await person.Say("https://www.instagram.com/some.page/");
        Assert.Equal("plt.instagram", person.Summary.GetProperty("locations")[0].GetProperty("platform_id").GetString());
        Assert.Equal("https://www.instagram.com/some.page/", person.Summary.GetProperty("locations")[0].GetProperty("url").GetString());
        Assert.NotEqual("platform/links", person.Step);
    }

    [Theory]
    [InlineData("more")]
    [InlineData("no")]
    [InlineData("None of these")]
    [InlineData("2")]
    public async Task A_refusal_keeps_nothing_and_the_open_question_comes(string no)
    {
        await using var chat = await AChat.Open();
        var person = await (await Told(chat)).SkipTo("platform/named");
        await person.Say("plt.instagram", no);

        Assert.Equal("platform/links", person.Step);
        Assert.DoesNotContain("some.page", All(person, "locations"), StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("https://www.instagram.com/some.page2/")]
    [InlineData("https://www.instagram.com/some.pag/")]
    public async Task A_link_can_be_mended_by_a_letter(string mended)
    {
        await using var chat = await AChat.Open();
        var person = await (await Told(chat)).SkipTo("platform/named");
        await person.Say("plt.instagram", mended);

        Assert.Equal(mended, person.Summary.GetProperty("locations")[0].GetProperty("url").GetString());
    }

    [Fact]
    public async Task Who_did_it_is_offered_by_the_word_that_was_written()
    {
        await using var chat = await AChat.Open();
        var person = await (await Told(chat)).SkipTo("person/known");
        Assert.Equal("", All(person, "perpetrator"));
        await person.Say("known");

        Assert.Equal(("person/relation-written", "choice", "/perpetrator/relation"), (person.Step, person.Kind, person.Field));
        Assert.Equal(["ex", "more"], person.Choices);
        Assert.Equal("My former partner", person.Title("ex"));
        await person.Say("yes");
        Assert.Equal("\"ex\"", All(person, "perpetrator", "relation"));
        await person.SkipTo("person/accounts-written");
        Assert.Equal(["@some.body_1", "more"], person.Choices);
        await person.Say("+@some.body_1", "done");
        Assert.Equal("[\"@some.body_1\"]", All(person, "perpetrator", "accounts"));
    }

    [Fact]
    public async Task None_of_these_leads_to_all_relations()
    {
        await using var chat = await AChat.Open();
        var person = await (await Told(chat)).SkipTo("person/known");
        await person.Say("known", "no");

        Assert.Equal("person/relation", person.Step);
        Assert.Equal("", All(person, "perpetrator", "relation"));
        await person.SkipTo("person/accounts-written");
        await person.Say("more");
        Assert.Equal("person/accounts", person.Step);
        Assert.Equal("", All(person, "perpetrator", "accounts"));
    }

    [Theory]
    [InlineData("es", "mi exnovio amenaza con publicar mis fotos íntimas y mi jefe las vio", "ex employer more")]
    [InlineData("fr", "mon mari menace de publier mes photos intimes", "partner more")]
    [InlineData("pt", "meu ex namorado ameaça postar minhas fotos íntimas", "ex more")]
    [InlineData("ar", "طليقي بيهددني ينشر صوري الخاصة", "ex more")]
    public async Task Words_of_other_languages_are_understood_too(string language, string words, string relations)
    {
        await using var chat = await AChat.Open();
        var person = await (await Told(chat, words, language)).SkipTo("person/known");
        await person.Say("known");

        Assert.Equal("person/relation-written", person.Step);
        Assert.Equal(relations, string.Join(' ', person.Choices));
    }

    [Fact]
    public async Task What_was_written_in_the_story_is_offered_too()
    {
        await using var chat = await AChat.Open();
        var person = await (await (await chat.Greet()).Say("no", "no", "adult", "abuse.harassment")).SkipTo("detail/story");
        await person.Say("they write under t.me/somegroup and on discord");
        await person.SkipTo("platform/named");

        Assert.Equal(["plt.discord", "plt.telegram", "more"], person.Choices);
    }

    [Fact]
    public async Task Whoever_wrote_none_of_it_is_not_asked()
    {
        await using var chat = await AChat.Open();
        var person = await (await chat.Greet()).Say("no", "no", "adult", "ibsa.threat");
        var steps = new List<string>();
        while (person.Step != "summary/review")
        {
            steps.Add(person.Step);
            await person.Say(person.Step == "person/known" ? "known" : "skip");
        }

        Assert.DoesNotContain(steps, s => s.EndsWith("-written", StringComparison.Ordinal) || s == "platform/named");
    }
}
