namespace RemedyBot.Tests.Contract;

/// <summary>The case code: shown once, typed back, and the way back with it (contract, sections 1 and 2).</summary>
public sealed class ReturnTests
{
    [Fact]
    public async Task The_code_is_shown_in_one_turn_and_never_again()
    {
        await using var chat = await AChat.Open();
        var (person, code) = await Kept(chat);
        Assert.Contains(code, person.Texts, StringComparison.Ordinal);
        Assert.Equal(code, person.Last.GetProperty("code").GetString());
        foreach (var line in new[] { "why", "00000 00000 00000 00000 00000", "help", "so-far", "language", "back", "skip", "skip" })
        {
            await person.Say(line);
            Assert.Null(person.Code);
            Assert.DoesNotContain(code, person.Reply.ToString(), StringComparison.Ordinal);
        }
        Assert.True(person.Ended);
    }

    [Theory]
    [InlineData("")]
    [InlineData("-")]
    [InlineData("  ")]
    public async Task It_may_be_typed_back_with_any_spaces_and_hyphens(string between)
    {
        await using var chat = await AChat.Open();
        var (person, code) = await Kept(chat);
        await person.Say(code.Replace(" ", between, StringComparison.Ordinal));
        Assert.Equal("feedback/helped", person.Step);
    }

    [Theory]
    [InlineData('٠')]
    [InlineData('۰')]
    [InlineData('०')]
    public async Task It_may_be_typed_back_in_the_digits_of_any_script(char zero)
    {
        await using var chat = await AChat.Open();
        var (person, code) = await Kept(chat);
        await person.Say(string.Concat(code.Select(c => char.IsAsciiDigit(c) ? (char)(zero + c - '0') : c)));
        Assert.Equal("feedback/helped", person.Step);
    }

    [Fact]
    public async Task A_wrong_one_asks_again_and_may_be_skipped()
    {
        await using var chat = await AChat.Open();
        var (person, code) = await Kept(chat);
        await person.Say(Wrong(code), "12345");
        Assert.Equal("keep/code", person.Step);
        await person.Say("skip");
        Assert.Equal("feedback/helped", person.Step);
    }

    [Fact]
    public async Task Wrong_mistyped_and_erased_codes_all_get_the_same_message()
    {
        await using var chat = await AChat.Open();
        var (gone, erased) = await Kept(chat);
        await gone.Say("skip", "erase", "yes");
        var (other, living) = await Kept(chat);
        await other.Say("stop");
        var lines = new HashSet<string>();
        foreach (var typed in new[] { erased, Wrong(living), "12345 12345 12345 12345 12345", "my code", living[..^2] })
        {
            var person = await chat.Greet("en", typed);
            Assert.Equal("code", person.Kind);
            lines.Add(string.Join('\n', person.Messages.Select(m => m.ToString())));
        }
        Assert.Single(lines);
    }

    [Theory]
    [InlineData("my code is {0}")]
    [InlineData("hello, i have a code: {0}. is there an answer?")]
    public async Task Among_other_words_it_opens_the_case_and_is_kept_nowhere(string words)
    {
        await using var chat = await AChat.Open();
        var (other, code) = await Kept(chat);
        await other.Say("stop");
        var typed = string.Format(System.Globalization.CultureInfo.InvariantCulture, words, code);
        var person = await (await chat.Greet()).Say(typed);
        Assert.Contains(person.Steps, step => step.StartsWith("return/", StringComparison.Ordinal));
        Assert.DoesNotContain(code[..11], person.Reply.ToString(), StringComparison.Ordinal);
        var later = await (await chat.Greet()).Say("no", "no", "adult", typed);
        Assert.Equal("errors/code-not-here", later.Steps[0]);
        Assert.DoesNotContain(code[..11], later.Reply.ToString(), StringComparison.Ordinal);
    }

    [Fact]
    public async Task Without_the_code_a_new_conversation_begins()
    {
        await using var chat = await AChat.Open();
        var person = await chat.Greet("en", "-");
        Assert.Equal(("resume/code", "code"), (person.Step, person.Kind));
        await person.Say("skip");
        Assert.Equal("safety/danger", person.Step);
    }

    [Fact]
    public async Task The_right_one_asks_about_the_device_and_shows_nothing_before()
    {
        await using var chat = await AChat.Open();
        var (kept, code) = await Kept(chat);
        await kept.Say("stop");
        var person = await chat.Greet("en", code);
        Assert.Equal("/safety/device_compromise", person.Field);
        Assert.Single(person.Messages);
        await person.Say("no");
        Assert.Contains("abuse.hate", person.Summary.ToString(), StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("yes")]
    [InlineData("unknown")]
    public async Task Where_someone_may_see_the_device_only_going_on_is_offered(string device)
    {
        await using var chat = await AChat.Open();
        var (kept, code) = await Kept(chat);
        await kept.Say("stop");
        var person = await (await chat.Greet("en", code)).Say(device);
        Assert.Equal(["continue"], person.Choices);
        Assert.Equal(["stop"], person.Wishes);
        Assert.Single(person.Messages);
        await person.Say("so-far");
        Assert.Equal(["continue"], person.Choices);
        await person.Say("continue");
        Assert.NotEqual("return/hold", person.Step);
    }

    [Fact]
    public async Task The_same_code_opens_again_after_the_end()
    {
        await using var chat = await AChat.Open();
        var (kept, code) = await Kept(chat);
        await kept.Say("stop");
        var person = await (await chat.Greet("en", code)).Say("no", "finish");
        Assert.True(person.Ended);
        person = await chat.Greet("en", code);
        Assert.Equal("return/device", person.Step);
    }

    [Theory]
    [InlineData("continue")]
    [InlineData("edit")]
    public async Task Coming_back_to_a_finished_case_leads_to_its_summary_and_not_to_the_end_at_once(string choice)
    {
        await using var chat = await AChat.Open();
        var (person, code) = await Kept(chat);
        await person.Say("skip", "skip");
        Assert.True(person.Ended);
        for (var visit = 0; visit < 2; visit++)
        {
            var back = await (await chat.Greet(resume: code)).Say("no", choice);
            if (choice == "edit")
                await back.Say("/person/age_band", "adult");
            Assert.Equal(("summary/review", false), (back.Step, back.Ended));
            await back.Say("edit");
            Assert.Equal("wish-change/pick", back.Step);
            await back.Say("back", "confirm");
            Assert.True(back.Ended);
            Assert.Equal("main/end-kept", back.Step);
        }
    }

    private static async Task<(Person Person, string Code)> Kept(AChat chat)
    {
        var person = await (await chat.Greet()).Say("no", "no", "adult", "abuse.hate", "enough", "confirm", "yes", "yes");
        Assert.NotNull(person.Code);
        return (person, person.Code);
    }

    private static string Wrong(string code) => code[..^1] + (char)('0' + ((code[^1] - '0' + 1) % 10));
}
