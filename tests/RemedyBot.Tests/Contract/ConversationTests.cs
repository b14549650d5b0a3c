namespace RemedyBot.Tests.Contract;

/// <summary>From one conversation to the next, and what the trace tells (contract, section 2).</summary>
public sealed class ConversationTests
{
    [Fact]
    public async Task After_the_end_a_line_begins_a_new_conversation()
    {
        await using var chat = await AChat.Open();
        var person = await chat.Greet();
        var greeting = person.Steps;
        await person.Say("no", "no", "adult", "stop", "no");
        Assert.True(person.Ended);
        await person.Say("ES");
        Assert.Equal(greeting, person.Steps);
        Assert.Empty(person.Handoffs);
        Assert.Equal(System.Text.Json.JsonValueKind.Null, person.Summary.ValueKind);
    }

    [Fact]
    public async Task The_summary_is_null_until_an_answer_fills_a_field()
    {
        await using var chat = await AChat.Open();
        var person = await chat.Greet();
        Assert.Equal(System.Text.Json.JsonValueKind.Null, person.Summary.ValueKind);
        await person.Say("skip");
        Assert.Equal(System.Text.Json.JsonValueKind.Null, person.Summary.ValueKind);
        await person.Say("no");
        Assert.Equal(System.Text.Json.JsonValueKind.Object, person.Summary.ValueKind);
    }

    [Fact]
    public async Task Erasing_asks_once_and_leaves_nothing()
    {
        await using var chat = await AChat.Open();
        var person = await (await chat.Greet()).Say("no", "no", "adult", "abuse.hate", "enough", "confirm", "yes", "erase", "yes");
        Assert.True(person.Ended);
        Assert.Null(person.Urgency);
        Assert.Equal(System.Text.Json.JsonValueKind.Null, person.Summary.ValueKind);
        foreach (var list in new[] { "reasons", "signals", "routes", "handoffs" })
            Assert.Equal(0, person.Trace.GetProperty(list).GetArrayLength());
        await person.Say("hello");
        Assert.Equal("welcome/program", person.Steps[0]);
    }

    [Fact]
    public async Task Not_erasing_leaves_everything_in_its_place()
    {
        await using var chat = await AChat.Open();
        var person = await (await chat.Greet()).Say("no", "no", "adult", "abuse.hate");
        var (step, summary) = (person.Step, person.Summary.ToString());
        await person.Say("erase", "no");
        Assert.Equal((step, summary), (person.Step, person.Summary.ToString()));
    }

    [Fact]
    public async Task Routes_are_all_that_was_suggested_so_far_in_order()
    {
        await using var chat = await AChat.Open();
        var person = await chat.Greet();
        var before = Routes(person);
        foreach (var line in new[] { "yes", "ES", "continue", "no", "adult", "abuse.threat", "human", "continue", "enough", "confirm", "yes", "no" })
        {
            await person.Say(line);
            var now = Routes(person);
            Assert.Equal(before, now[..before.Length]);
            before = now;
        }
        Assert.Contains(before, id => id.StartsWith("fh.", StringComparison.Ordinal));
    }

    [Fact]
    public async Task The_same_seed_gives_the_same_bytes()
    {
        var first = await Bytes();
        Assert.Equal(first, await Bytes());

        static async Task<string> Bytes()
        {
            await using var chat = await AChat.Open(seed: 42);
            var person = await chat.Greet();
            var all = new List<byte>(person.Line);
            foreach (var line in new[] { "no", "no", "adult", "abuse.hate", "enough", "confirm", "yes", "yes", "skip", "helped" })
                all.AddRange((await person.Say(line)).Line);
            return System.Text.Encoding.UTF8.GetString([.. all]);
        }
    }

    [Fact]
    public async Task Lone_surrogates_become_replacement_characters()
    {
        await using var chat = await AChat.Open();
        var person = await (await chat.Greet()).Say("no", "no", "adult", "a \ud800 b \udfff");
        Assert.Equal("a \ufffd b \ufffd", person.Summary.GetProperty("statement").GetProperty("original").GetProperty("text").GetString());
    }

    [Fact]
    public async Task Direction_marks_that_could_turn_the_page_round_do_not_come_back()
    {
        await using var chat = await AChat.Open();
        var person = await (await chat.Greet()).Say("no", "no", "adult", "a \u202e b", "so-far");
        Assert.DoesNotContain('\u202e', person.Texts);
    }

    [Fact]
    public async Task Words_that_look_like_placeholders_stay_words()
    {
        await using var chat = await AChat.Open();
        var person = await (await chat.Greet()).Say("no", "no", "adult", "{code} and {summary}", "so-far");
        Assert.Contains("{code} and {summary}", Plain(person.Texts), StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_field_to_change_is_named_in_words_and_found_by_its_name()
    {
        await using var chat = await AChat.Open();
        var person = await (await chat.Greet()).Say("no", "no", "adult", "abuse.hate, priv.doxxing", "abuse.hate", "change");
        Assert.All(person.Choices, c => Assert.DoesNotContain("/", person.Title(c), StringComparison.Ordinal));
        await person.Say(person.Title("/harms/-/primary"));
        Assert.Equal("harm/primary", person.Step);
    }

    [Fact]
    public async Task A_group_of_harms_chosen_after_enough_still_asks_which_of_them()
    {
        await using var chat = await AChat.Open();
        var person = await (await chat.Greet()).Say("no", "no", "adult", "abuse.hate", "enough", "edit", "/harms", "sec");
        Assert.Equal("harm/leaf", person.Step);
        await person.Say("sec.account");
        Assert.Equal("summary/review", person.Step);
        Assert.Contains("leaf:sec.account", person.Reasons);
    }

    [Theory]
    [InlineData("edit")]
    [InlineData("Change something")]
    public async Task A_title_that_is_shown_is_meant_as_it_stands(string typed)
    {
        await using var chat = await AChat.Open();
        var kept = await (await chat.Greet()).Say("no", "no", "adult", "stop", "yes");
        var code = kept.Code;
        await kept.Say("skip");
        var person = await (await chat.Greet("en", code)).Say("no", typed);
        Assert.Equal("wish-change/pick", person.Step);
        await person.Say("back");
        Assert.Equal("return/menu", person.Step);
        Assert.Contains("change", person.Wishes);
    }

    private static string Plain(string text) => string.Concat(text.Where(c => c is not ('\u2066' or '\u2067' or '\u2068' or '\u2069')));

    private static string[] Routes(Person person) => [.. person.Trace.GetProperty("routes").EnumerateArray().Select(r => r.GetProperty("id").GetString()!)];
}
