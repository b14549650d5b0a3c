using System.Text.Json.Nodes;

namespace RemedyBot.Tests.Contract;

/// <summary>Who gets what, and how a yes is given and taken back (contract, section 1).</summary>
public sealed class ConsentTests
{
    private static readonly string[] Default = ["g1", "g2", "g3", "g5", "g6", "g9", "g12", "g13"];

    [Fact]
    public async Task Asks_the_defaults_of_the_column_first()
    {
        await using var chat = await AChat.Open();
        var person = await Asked(chat);
        Assert.Equal("consent", person.Kind);
        var recipient = person.Last.GetProperty("recipient");
        Assert.Equal(("desk", "desk", "helpline"), (recipient.GetProperty("kind").GetString(), recipient.GetProperty("id").GetString(), recipient.GetProperty("column").GetString()));
        Assert.Equal(Default, Groups(person));
        Assert.Equal("self", person.Last.GetProperty("by").GetString());
        Assert.Equal(["yes", "no", .. Default], person.Choices);
    }

    [Fact]
    public async Task What_goes_beyond_is_asked_apart_and_only_where_the_summary_holds_it()
    {
        await using var chat = await AChat.Open();
        var person = await (await Asked(chat)).Say("yes");
        Assert.Equal("keep/keep", person.Step);
        person = await (await Asked(chat, "abuse.hate", "they wrote lies")).Say("yes");
        Assert.Equal("recipient-consent/beyond", person.Step);
        Assert.Equal(["g4"], Groups(person));
        Assert.Equal("desk", person.Last.GetProperty("recipient").GetProperty("id").GetString());
    }

    [Fact]
    public async Task Nothing_ticked_is_no_yes_and_is_told_as_that()
    {
        await using var chat = await AChat.Open();
        var person = await (await Asked(chat)).Say("");
        Assert.Equal(("recipient-consent/default", "Nothing was chosen, so nothing goes to them. You can choose what may go, or say no."), (person.Step, person.Messages[0].GetProperty("text").GetString()));
        Assert.Empty(person.Handoffs);
    }

    [Theory]
    [InlineData("no")]
    [InlineData("skip")]
    [InlineData("no one")]
    [InlineData("nobody")]
    public async Task Without_a_yes_nothing_goes_and_nothing_further_is_asked(string answer)
    {
        await using var chat = await AChat.Open();
        var person = await (await Asked(chat, "abuse.hate", "they wrote lies")).Say(answer);
        Assert.Equal("keep/keep", person.Step);
        Assert.Empty(person.Handoffs);
    }

    [Fact]
    public async Task A_list_of_groups_is_an_answer_and_nothing_else_goes()
    {
        await using var chat = await AChat.Open();
        var person = await (await Asked(chat)).Say("g3");
        var document = Assert.Single(person.Handoffs).GetProperty("document");
        Assert.True(document.TryGetProperty("harms", out _));
        Assert.False(document.TryGetProperty("safety", out _));
        Assert.Equal("g3", Assert.Single(document.GetProperty("consent")[0].GetProperty("groups").EnumerateArray()).GetString());
    }

    [Fact]
    public async Task Words_leave_only_with_a_yes_of_their_own()
    {
        await using var chat = await AChat.Open();
        var without = await (await Asked(chat, "abuse.hate", "they wrote lies")).Say("yes", "no");
        Assert.DoesNotContain("they wrote lies", without.Handoffs[0].ToString(), StringComparison.Ordinal);
        var with = await (await Asked(chat, "abuse.hate", "they wrote lies")).Say("yes", "yes");
        Assert.Contains("they wrote lies", with.Handoffs[0].ToString(), StringComparison.Ordinal);
    }

    [Fact]
    public async Task Names_in_the_words_are_hidden_but_for_those_that_the_person_shows()
    {
        await using var chat = await AChat.Open();
        var person = await Asked(chat, "abuse.hate", "Ring +34 612 345 678 or write to maria@example.org about the bakery");
        await person.Say("yes", "g4");
        Assert.Equal("recipient-consent/masks", person.Step);
        var mail = person.Choices.Single(c => person.Title(c).Contains('@', StringComparison.Ordinal));
        await person.Say("bakery");
        Assert.Equal("recipient-consent/masks", person.Step);
        await person.Say(mail);
        var document = person.Handoffs[0].ToString();
        Assert.Contains("maria@example.org", document, StringComparison.Ordinal);
        Assert.DoesNotContain("612", document, StringComparison.Ordinal);
        Assert.DoesNotContain("bakery", document, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_listed_name_that_is_typed_stays_hidden_and_only_its_title_or_value_shows_it()
    {
        await using var chat = await AChat.Open();
        var person = await Asked(chat, "abuse.hate", "write to maria@example.org");
        await person.Say("yes", "g4", "maria@example.org");
        Assert.Equal("recipient-consent/masks", person.Step);
        await person.Say("skip");
        Assert.DoesNotContain("maria", person.Handoffs[0].ToString(), StringComparison.Ordinal);

        person = await Asked(chat, "abuse.hate", "write to maria@example.org");
        await person.Say("yes", "g4");
        await person.Say(person.Title(Assert.Single(person.Choices)));
        Assert.Contains("maria@example.org", person.Handoffs[0].ToString(), StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("13_15")]
    [InlineData("16_17")]
    public async Task With_a_guardian_the_young_person_answers_for_story_proof_and_private_facts(string age)
    {
        await using var chat = await AChat.Open();
        var person = await (await chat.Greet()).Say("no", "no", age, "parent_guardian", "child.bullying", "skip", "skip", "they call him names", "enough", "confirm");
        Assert.Equal("guardian", person.Last.GetProperty("by").GetString());
        await person.Say("yes", "yes");
        Assert.Equal(("recipient-consent/own", "self"), (person.Step, person.Last.GetProperty("by").GetString()));
        Assert.Empty(Groups(person).Except(["g4", "g8", "g10"]));
        await person.Say("no");
        Assert.DoesNotContain("they call him names", person.Handoffs[0].ToString(), StringComparison.Ordinal);
    }

    [Fact]
    public async Task Someone_who_writes_for_another_answers_as_representative()
    {
        await using var chat = await AChat.Open();
        var person = await (await chat.Greet()).Say("no", "no", "16_17", "friend", "verbal", "child.bullying", "enough", "confirm");
        Assert.Equal("representative", person.Last.GetProperty("by").GetString());
    }

    [Fact]
    public async Task Change_offers_fields_and_consents_and_takes_a_yes_back_after_asking()
    {
        await using var chat = await AChat.Open();
        var person = await (await Asked(chat)).Say("yes", "change");
        Assert.Contains("/harms", person.Choices);
        Assert.Contains("/consent/desk", person.Choices);
        await person.Say("/consent/desk");
        Assert.Equal("yesno", person.Kind);
        await person.Say("no");
        Assert.Single(person.Handoffs);
        await person.Say("change", "/consent/desk", "yes");
        Assert.Empty(person.Handoffs);
        await person.Say("change");
        Assert.DoesNotContain("/consent/desk", person.Choices);
    }

    [Fact]
    public async Task Each_handoff_has_a_reference_of_its_own_and_holds_the_consent_it_rests_on()
    {
        await using var chat = await AChat.Open();
        var person = await (await Asked(chat)).Say("yes");
        var document = person.Handoffs[0].GetProperty("document");
        Assert.NotEqual(person.Summary.GetProperty("id").GetString(), document.GetProperty("id").GetString());
        Assert.Contains(document.GetProperty("id").GetString()!, person.Texts, StringComparison.Ordinal);
        var consent = Assert.Single(document.GetProperty("consent").EnumerateArray());
        Assert.Equal("2026-12-22", consent.GetProperty("expires").GetString());
        await person.Say("no", "skip");
        Assert.True(person.Ended);
        Assert.Single(person.Handoffs);
    }

    [Fact]
    public async Task The_summary_lists_each_consent_also_once_it_was_taken_back()
    {
        await using var chat = await AChat.Open();
        var person = await Asked(chat);
        Assert.False(person.Summary.TryGetProperty("consent", out _));
        await person.Say("g3, g5");
        var consent = Assert.Single(person.Summary.GetProperty("consent").EnumerateArray());
        // In which language it was asked tells the person's, which is theirs alone without g1.
        var own = JsonNode.Parse(consent.ToString())!.AsObject();
        Assert.True(own.Remove("text_lang"));
        Assert.True(JsonNode.DeepEquals(JsonNode.Parse(person.Handoffs[0].GetProperty("document").GetProperty("consent")[0].ToString()), own));
        Assert.Equal(("desk", "2026-11-22"), (consent.GetProperty("recipient").GetProperty("id").GetString(), consent.GetProperty("given").GetString()));

        await person.Say("change", "/consent/desk", "yes");
        Assert.Empty(person.Handoffs);
        consent = Assert.Single(person.Summary.GetProperty("consent").EnumerateArray());
        Assert.Equal("2026-11-22", consent.GetProperty("withdrawn").GetString());
        Assert.Equal(["g3", "g5"], consent.GetProperty("groups").EnumerateArray().Select(g => g.GetString()));
    }

    [Fact]
    public async Task What_a_second_recipient_reads_holds_its_own_consent_alone()
    {
        await using var chat = await AChat.Open(helplines: new());
        var person = await (await chat.Greet()).Say("no", "no", "adult", "abuse.hate", "enough", "confirm", "skip");
        for (var turn = 0; turn < 9 && person.Step.StartsWith("recipient-consent/", StringComparison.Ordinal); turn++)
            await person.Say("yes");
        Assert.True(person.Handoffs.Length > 1);
        Assert.Equal(person.Handoffs.Length, person.Summary.GetProperty("consent").GetArrayLength());
        Assert.All(person.Handoffs, h => Assert.Equal(h.GetProperty("recipient").GetProperty("id").GetString(),
            Assert.Single(h.GetProperty("document").GetProperty("consent").EnumerateArray()).GetProperty("recipient").GetProperty("id").GetString()));
    }

    [Theory]
    [InlineData("g14")]
    [InlineData("G14")]
    [InlineData("g12, g14")]
    public async Task A_group_that_is_not_asked_for_is_asked_again_and_is_no_age(string typed)
    {
        await using var chat = await AChat.Open();
        var person = await (await Asked(chat, "ibsa.ncii")).Say(typed);
        Assert.Equal("recipient-consent/default", person.Step);
        Assert.Empty(person.Signals);
        Assert.Equal("U1", person.Urgency);
        await person.Say("I am 14");
        Assert.Contains("minor", person.Signals);
    }

    [Fact]
    public async Task The_legal_identity_is_never_asked_for()
    {
        await using var chat = await AChat.Open();
        var person = await Asked(chat, "abuse.hate", "My name is Maria Lopez");
        Assert.DoesNotContain("g14", person.Choices);
        await person.Say("yes");
        Assert.DoesNotContain("g14", person.Choices);
    }

    private static async Task<Person> Asked(AChat chat, string leaf = "abuse.hate", string? words = null)
    {
        var person = await (await chat.Greet()).Say("no", "no", "adult");
        if (words is not null)
            await person.Say(words);
        await person.Say(leaf, "enough", "confirm");
        Assert.Equal("recipient-consent/default", person.Step);
        return person;
    }

    private static string[] Groups(Person person) => [.. person.Last.GetProperty("groups").EnumerateArray().Select(g => g.GetString()!)];
}
