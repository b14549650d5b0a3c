using System.Text.Json.Nodes;
using RemedyBot.Remedy.Cases;
using RemedyBot.Tests.Contract;

namespace RemedyBot.Tests.Live;

/// <summary>What somebody says yes to before a talk, what the desk then gets, and what proves it.</summary>
public sealed class TalkConsentTests
{
    private static readonly string[] Groups = ["g1", "g3"];

    [Theory]
    [InlineData("yes", "g1 g3")]
    [InlineData("g1, g3", "g1 g3")]
    [InlineData("g1", "g1")]
    [InlineData("g3", "g3")]
    public async Task The_question_names_the_groups_and_only_those_that_were_given_go_with_a_receipt_that_says_so(string answer, string given)
    {
        await using var chat = await AChat.Open(talks: true);
        var person = await Asked(chat, "ar");
        Assert.Equal(Groups, person.Last.GetProperty("groups").EnumerateArray().Select(g => g.GetString()));
        Assert.Equal(["yes", "no", .. Groups], person.Choices);
        Assert.All(Groups, group => Assert.Contains("– " + person.Title(group), person.Last.GetProperty("text").GetString(), StringComparison.Ordinal));
        await person.Say(answer);

        var granted = given.Split(' ');
        var talk = await chat.Worker!.Talk();
        Assert.Equal(granted, talk.Case!.Receipt!.Groups);
        Assert.Equal("talk", talk.Case.Receipt.Purpose);
        Assert.True(talk.Case.ReceiptIsOurs);
        var document = JsonNode.Parse(talk.Case.Bundle!.Projection)!.AsObject();
        var consent = Assert.Single(document["consent"]!.AsArray())!;
        Assert.Equal(granted, consent["groups"]!.AsArray().Select(g => (string)g!));
        Assert.Equal(("talk", "desk", "2", "self"), ((string)consent["purpose"]!, (string)consent["recipient"]!["id"]!, (string)consent["text_version"]!, (string)consent["by"]!));

        // Nothing of it may tell the language, or what it is about, to whom that was not given: the name of the place neither.
        Assert.Equal(granted.Contains("g1") ? "ar" : null, (string?)consent["text_lang"]);
        Assert.Equal(granted.Contains("g1") ? "ar" : null, talk.Head.Language);
        Assert.Equal(granted.Contains("g1"), talk.Case.Bundle.Projection.Contains("\"ar\"", StringComparison.Ordinal));
        Assert.Equal(granted.Contains("g3"), talk.Case.Bundle.Projection.Contains("abuse.stalking", StringComparison.Ordinal));
        Assert.Equal(granted.Contains("g3"), talk.Head.Urgency is not null);
        Assert.DoesNotContain(talk.Case.Bundle.Projection, letter => letter is >= '\u0600' and <= '\u06FF');
        Assert.DoesNotContain("\\u06", talk.Case.Bundle.Projection, StringComparison.OrdinalIgnoreCase);
        Assert.DoesNotContain(talk.Case.Receipt.Recipient.Name, letter => letter is >= '\u0600' and <= '\u06FF');
    }

    [Fact]
    public async Task A_case_for_somebody_without_the_languages_does_not_tell_them_by_its_consent()
    {
        await using var chat = await AChat.Open();
        var person = await chat.Greet("ar");
        await person.Say("no", "no", "adult", "abuse.stalking", "enough", "confirm", "g3");
        var document = Assert.Single(person.Handoffs).GetProperty("document");
        Assert.Equal("1", document.GetProperty("consent")[0].GetProperty("text_version").GetString());
        Assert.False(document.GetProperty("consent")[0].TryGetProperty("text_lang", out _));
        Assert.DoesNotContain(document.GetRawText(), letter => letter is >= '\u0600' and <= '\u06FF');
        Assert.Equal("ar", person.Summary.GetProperty("consent")[0].GetProperty("text_lang").GetString());
    }

    [Fact]
    public async Task The_persons_own_summary_carries_the_yes_to_a_talk_and_that_it_was_taken_back()
    {
        await using var chat = await AChat.Open(talks: true);
        var person = await Asked(chat, "en");
        await person.Say("yes", "finish", "no");
        var given = person.Summary.GetProperty("consent")[0];
        Assert.Equal(Groups, given.GetProperty("groups").EnumerateArray().Select(g => g.GetString()));
        Assert.False(given.TryGetProperty("withdrawn", out _));
        await person.Say("change", "/consent/talk", "yes");
        Assert.Equal("2026-11-22", Assert.Single(person.Summary.GetProperty("consent").EnumerateArray()).GetProperty("withdrawn").GetString());
        Assert.Empty(SummaryJson.Read(System.Text.Encoding.UTF8.GetBytes(person.Summary.GetRawText())).Consent!.Where(c => c.Withdrawn is null));
    }

    [Fact]
    public async Task The_worker_sees_beside_the_talk_what_the_person_agreed_to()
    {
        await using var talk = await ATalk.Start();
        await talk.Asked("es");
        var page = await talk.See("/desk/talks/" + await talk.Waiting());
        Assert.Contains("The language that the person writes in", page, StringComparison.Ordinal);
        Assert.Contains("What it is about, and how urgent it is", page, StringComparison.Ordinal);
        Assert.Contains("A talk with this person, with what they write in it", page, StringComparison.Ordinal);
        Assert.DoesNotContain("made-up name", page, StringComparison.Ordinal);
    }

    private static async Task<Person> Asked(AChat chat, string language)
    {
        chat.Worker!.Come();
        var person = await chat.Greet(language);
        await person.Say("no", "no", "adult", "abuse.stalking", "human");
        Assert.Equal("live/consent", person.Step);
        return person;
    }
}
