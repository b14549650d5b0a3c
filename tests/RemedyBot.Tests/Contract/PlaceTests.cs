namespace RemedyBot.Tests.Contract;

/// <summary>Where it happened: names, addresses and accounts, whichever of them was asked for (contract, section 1; case summary, 6.4).</summary>
public sealed class PlaceTests
{
    [Theory]
    [InlineData("https://t.me/abc/17", "plt.telegram https://t.me/abc/17 ")]
    [InlineData("plt.telegram, https://x.com/foo/status/1,2", "plt.telegram  |plt.x https://x.com/foo/status/1,2 ")]
    [InlineData("https://t.me/abc/17, Telegram", "plt.telegram https://t.me/abc/17 ")]
    [InlineData("www.forum.example/t/1", " www.forum.example/t/1 ")]
    [InlineData("instagram.com", "plt.instagram  ")]
    [InlineData("my-forum.example", "my-forum.example  ")]
    [InlineData("Odnoklassniki, 2", "Odnoklassniki  |plt.facebook  ")]
    [InlineData("plt.reddit", "plt.reddit  ")]
    [InlineData("plt.x, @some.body", "plt.x  @some.body")]
    public async Task At_the_platform_an_address_is_an_address(string typed, string places)
    {
        await using var chat = await AChat.Open();
        var person = await (await At(chat, "platform/where")).Say(typed);
        Assert.Equal(places, Places(person));
        Assert.Equal(typed.Contains('/', StringComparison.Ordinal) ? "platform/still-there" : "platform/links", person.Step);
    }

    [Theory]
    [InlineData("plt.nonexistent")]
    [InlineData("plt.telegram, plt.nonexistent")]
    [InlineData("no")]
    [InlineData("Yes")]
    [InlineData("sí")]
    [InlineData("+plt.nonexistent")]
    [InlineData("continue")]
    public async Task No_platform_is_asked_again_and_not_kept(string typed)
    {
        await using var chat = await AChat.Open();
        var person = await (await At(chat, "platform/where")).Say(typed);
        Assert.Equal("platform/where", person.Step);
        Assert.Equal("", Places(person));
    }

    [Theory]
    [InlineData("platform/where", "I don't know")]
    [InlineData("platform/links", "no")]
    [InlineData("platform/links", "لا")]
    [InlineData("platform/links", "not sure")]
    [InlineData("person/accounts", "no")]
    public async Task Nothing_to_write_is_passed_over(string step, string typed)
    {
        await using var chat = await AChat.Open();
        var person = await At(chat, step);
        var places = Places(person);
        await person.Say(typed);
        Assert.NotEqual(step, person.Step);
        Assert.Equal(places, Places(person));
        Assert.DoesNotContain($"[\"{typed}\"]", person.Summary.ToString(), StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("no link")]
    [InlineData("I do not have it.")]
    [InlineData("yes")]
    [InlineData("continue")]
    public async Task Words_without_an_address_are_none(string typed)
    {
        await using var chat = await AChat.Open();
        var person = await (await At(chat, "platform/links")).Say(typed);
        Assert.Equal(("platform/links", "plt.telegram  "), (person.Step, Places(person)));
        await person.Say("t.me/abc");
        Assert.Equal("plt.telegram t.me/abc ", Places(person));
    }

    [Theory]
    [InlineData("@some.body", "plt.telegram  @some.body")]
    [InlineData("@some.body, https://t.me/a", "plt.telegram https://t.me/a @some.body")]
    [InlineData("maria_99", "plt.telegram  maria_99")]
    public async Task What_somebody_is_called_there_is_an_account(string typed, string places)
    {
        await using var chat = await AChat.Open();
        var person = await (await At(chat, "platform/links")).Say(typed);
        Assert.Equal(places, Places(person));
    }

    [Theory]
    [InlineData("platform/links", "plt.telegram https://t.me/a |plt.x https://x.com/b ")]
    [InlineData("platform/where", "plt.telegram https://t.me/a |plt.x https://x.com/b ")]
    public async Task A_list_comes_one_tap_at_a_time_also_where_nothing_is_offered(string step, string places)
    {
        await using var chat = await AChat.Open();
        var person = await (await At(chat, step)).Say("+https://t.me/a", "+https://t.me/wrong", "+https://x.com/b", "+https://t.me/wrong");
        Assert.Equal(step, person.Step);
        await person.Say("done");
        Assert.Equal("platform/still-there", person.Step);
        Assert.Equal(places, Places(person));
    }

    [Fact]
    public async Task Done_is_no_address()
    {
        await using var chat = await AChat.Open();
        var person = await (await At(chat, "platform/links")).Say("done");
        Assert.Equal(("platform/still-there", "plt.telegram  "), (person.Step, Places(person)));
    }

    [Fact]
    public async Task A_number_with_its_country_is_no_tap()
    {
        await using var chat = await AChat.Open();
        var person = await (await At(chat, "person/accounts")).Say("+34 612 345 678");
        Assert.Equal("+34 612 345 678", person.Summary.GetProperty("perpetrator").GetProperty("accounts")[0].GetString());
    }

    [Fact]
    public async Task What_is_tapped_in_words_is_listened_to()
    {
        await using var chat = await AChat.Open();
        var person = await (await At(chat, "platform/where")).Say("+he is outside my door with a knife");
        Assert.Contains("danger", person.Signals);
    }

    private static async Task<Person> At(AChat chat, string step)
    {
        var person = await (await chat.Greet()).Say("no", "no", "adult", "ibsa.ncii");
        for (var turn = 0; turn < 40 && person.Step != step; turn++)
            await person.Say(person.Step switch { "platform/where" => "plt.telegram", "person/known" => "known", _ => "skip" });
        Assert.Equal(step, person.Step);
        return person;
    }

    /// <summary>Platform, address and account of each place, as they stand in the summary.</summary>
    private static string Places(Person person) => person.Summary.TryGetProperty("locations", out var places)
        ? string.Join('|', places.EnumerateArray().Select(p => string.Join(' ', new[] { "platform_id", "url", "handle" }.Select(name => p.TryGetProperty(name, out var value) ? value.GetString() : ""))))
        : "";
}
