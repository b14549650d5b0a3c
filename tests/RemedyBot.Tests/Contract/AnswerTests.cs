
namespace RemedyBot.Tests.Contract;

/// <summary>How an answer may be given (contract, section 1).</summary>
public sealed class AnswerTests
{
    [Theory]
    [InlineData("no")]
    [InlineData("2")]
    [InlineData("٢")]
    [InlineData("२")]
    [InlineData("২")]
    [InlineData("No")]
    [InlineData(" NO ")]
    [InlineData("لا")]
    [InlineData("Não")]
    [InlineData("non")]
    public async Task Is_a_value_a_number_in_any_digits_or_a_title_in_any_language(string typed)
    {
        await using var chat = await AChat.Open();
        var person = await (await chat.Greet()).Say(typed);
        Assert.Equal("safety/device", person.Step);
        Assert.Equal("no", person.Summary.GetProperty("safety").GetProperty("immediate_danger").GetString());
    }

    [Theory]
    [InlineData("abuse, priv")]
    [InlineData("abuse\npriv")]
    [InlineData("priv,abuse")]
    [InlineData("3, 4")]
    [InlineData("٣، ٤")]
    [InlineData("Insults, threats, stalking, My private information")]
    public async Task Of_many_choices_is_a_list_by_commas_or_line_breaks(string typed)
    {
        var person = await AtHarm(typed);
        Assert.Equal("harm/leaf", person.Step);
        Assert.Contains("abuse.threat", person.Choices);
        Assert.Contains("priv.doxxing", person.Choices);
        Assert.DoesNotContain("sec.account", person.Choices);
    }

    [Fact]
    public async Task Of_many_choices_may_come_one_tap_at_a_time_and_a_second_tap_takes_it_back()
    {
        var person = await AtHarm("+abuse", "+priv");
        Assert.Equal("harm/what", person.Step);
        await person.Say("+abuse", "done");
        Assert.Contains("priv.doxxing", person.Choices);
        Assert.DoesNotContain("abuse.threat", person.Choices);
    }

    [Theory]
    [InlineData("abuse.threat")]
    [InlineData("econ.fraud")]
    [InlineData("child.grooming")]
    public async Task At_a_menu_of_groups_may_be_a_leaf(string leaf)
    {
        var person = await AtHarm(leaf);
        Assert.Contains(leaf, Leaves(person));
        Assert.NotEqual("harm/leaf", person.Step);
    }

    [Theory]
    [InlineData("ES")]
    [InlineData("Spain")]
    [InlineData("España")]
    [InlineData("إسبانيا")]
    public async Task To_the_country_is_a_name_or_a_code(string typed)
    {
        await using var chat = await AChat.Open();
        var person = await (await chat.Greet()).Say("yes", typed);
        Assert.Equal("ES", person.Summary.GetProperty("person").GetProperty("country").GetString());
    }

    [Fact]
    public async Task In_items_a_comma_inside_an_address_does_not_separate()
    {
        var person = await AtHarm("priv.rights-refusal");
        await person.SkipTo("platform/links");
        await person.Say("https://example.org/@10.5,20.1/a,b?x=1,2, https://example.org/c\nhttps://example.org/d");
        Assert.Equal(["https://example.org/@10.5,20.1/a,b?x=1,2", "https://example.org/c", "https://example.org/d"],
            person.Summary.GetProperty("locations").EnumerateArray().Select(l => l.GetProperty("url").GetString()));
    }

    [Theory]
    [InlineData("2")]
    [InlineData("yes, 2")]
    [InlineData("They wrote \"stop\" to me, and I did not answer.")]
    [InlineData("one line\nanother line")]
    [InlineData("قال لي أشياء مؤذية")]
    public async Task To_a_text_question_is_the_whole_message(string typed)
    {
        var person = await AtHarm("abuse.harassment");
        await person.SkipTo("detail/story");
        await person.Say(typed);
        Assert.Equal(typed, person.Summary.GetProperty("statement").GetProperty("original").GetProperty("text").GetString());
    }

    [Fact]
    public async Task Of_eight_thousand_letters_is_taken_and_one_more_is_told()
    {
        var person = await AtHarm("abuse.harassment");
        await person.SkipTo("detail/story");
        await person.Say(new string('x', 8001));
        Assert.Equal("detail/story", person.Step);
        Assert.Contains("too long", person.Texts, StringComparison.Ordinal);
        await person.Say(new string('x', 8000));
        Assert.NotEqual("detail/story", person.Step);
        Assert.Equal(8000, person.Summary.GetProperty("statement").GetProperty("original").GetProperty("text").GetString()!.Length);
    }

    [Fact]
    public async Task Of_millions_of_letters_is_told_and_the_place_is_kept()
    {
        var person = await AtHarm(string.Concat(Enumerable.Repeat("a\U0001f600", 400_000)));
        Assert.Equal("harm/what", person.Step);
        Assert.Contains("too long", person.Texts, StringComparison.Ordinal);
        await person.Say("abuse.hate");
        Assert.Contains("abuse.hate", Leaves(person));
    }

    [Fact]
    public async Task Below_nothing_is_no_number()
    {
        await using var chat = await AChat.Open();
        var person = await (await chat.Greet()).Say("no", "no", "-1");
        Assert.Equal("age/band", person.Step);
        Assert.Empty(person.Signals);
        Assert.False(person.Summary.TryGetProperty("person", out var told) && told.TryGetProperty("age_band", out _));
    }

    [Theory]
    [InlineData("")]
    [InlineData("   ")]
    [InlineData("\n")]
    public async Task That_is_empty_gets_the_question_again(string typed)
    {
        await using var chat = await AChat.Open();
        var person = await chat.Greet();
        var before = person.Last.ToString();
        await person.Say(typed);
        Assert.Equal(before, person.Last.ToString());
        Assert.Contains("empty", person.Texts, StringComparison.Ordinal);
    }

    [Fact]
    public async Task May_be_a_date_in_words()
    {
        var person = await AtHarm("abuse.harassment");
        await person.SkipTo("when/first-seen");
        await person.Say("about March 2026");
        Assert.Equal("2026-03~", person.Summary.GetProperty("timeline")[0].GetProperty("when").GetString());
    }

    [Fact]
    public async Task In_the_digits_of_another_script_at_a_menu_of_one_choice_only_counts_what_is_shown()
    {
        await using var chat = await AChat.Open();
        var person = await (await chat.Greet()).Say("٤");
        Assert.Equal("safety/danger", person.Step);
    }

    private static async Task<Person> AtHarm(params string[] typed)
    {
        var chat = await AChat.Open();
        var person = await (await chat.Greet()).Say("no", "no", "adult");
        Assert.Equal("harm/what", person.Step);
        return await person.Say(typed);
    }

    private static IEnumerable<string?> Leaves(Person person) =>
        person.Summary.GetProperty("harms").EnumerateArray().Select(h => h.GetProperty("leaf").GetString());
}
