using System.Text.Json.Nodes;
using RemedyBot.Composition;
using RemedyBot.Handoff.Delivery;
using RemedyBot.Turns;

namespace RemedyBot.Tests.Contract;

/// <summary>A person's own words, translated by a machine for helpers who read another language.</summary>
public sealed class TranslationTests
{
    private const string Words = "My friend Marisol wrote to me from marisol@mail.example about account 4477123, call +34 600 123 456. I am afraid.";
    internal const string Made = "Tengo miedo.";

    internal const string Cards = """
        format: 1
        recipients:
          - id: hl.test.clear
            kind: helpline
            name: Clear Helpline
            reads: [es]
            answer_days: 5
            groups: [g1, g3, g4]
            system: request-tracker
        """;

    [Fact]
    public async Task It_goes_beside_the_original_marked_as_made_by_a_machine_and_the_machine_saw_no_names_or_numbers()
    {
        var machine = new Machine(Made);
        var (parcel, shown) = await HandedOver(machine, "yes", "yes");
        Assert.Contains(Made, shown, StringComparison.Ordinal);
        var statement = JsonNode.Parse(parcel.Content)!["projection"]!["statement"]!;
        Assert.Contains("I am afraid.", (string?)statement["original"]!["text"], StringComparison.Ordinal);
        var rendered = Assert.Single(statement["rendered"]!.AsArray())!;
        Assert.Equal((Made, "es", "mt", "Test machine", "person"), ((string?)rendered["text"], (string?)rendered["lang"], (string?)rendered["method"], (string?)rendered["engine"], (string?)rendered["reviewed"]));
        var (words, from, to) = Assert.Single(machine.Asked);
        Assert.Equal(("en", "es"), (from, to));
        Assert.Contains("I am afraid.", words, StringComparison.Ordinal);
        // Nothing but her own words and marks: no other field of the case can be in what the machine saw.
        var marks = HandoffWords.Marks(AChat.Content, "en").Values.SelectMany(mark => mark.Split(' ')).ToHashSet(StringComparer.Ordinal);
        Assert.All(words.Split([' ', '.', ',', '[', ']', '…'], StringSplitOptions.RemoveEmptyEntries).Where(word => !marks.Contains(word)), word => Assert.Contains(word, Words, StringComparison.Ordinal));
        Assert.All(["Marisol", "mail.example", "4477123", "600"], hidden => Assert.DoesNotContain(hidden, words, StringComparison.OrdinalIgnoreCase));
    }

    [Fact]
    public async Task The_language_is_asked_for_as_the_card_names_it()
    {
        var machine = new Machine(Made);
        var (parcel, _) = await HandedOver(machine, "yes", "yes", Cards.Replace("[es]", "[zh-Hans]", StringComparison.Ordinal));
        Assert.Equal("zh-Hans", Assert.Single(machine.Asked).To);
        Assert.Contains("\"lang\":\"zh-Hans\"", parcel.Content, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("no", null)]
    [InlineData("skip", null)]
    [InlineData("yes", "no")]
    [InlineData("yes", "skip")]
    public async Task Without_both_yeses_the_original_goes_alone(string ask, string? review)
    {
        var machine = new Machine(Made);
        var (parcel, _) = await HandedOver(machine, ask, review);
        Assert.Equal(review is null ? 0 : 1, machine.Asked.Count);
        Assert.DoesNotContain(Made, parcel.Content, StringComparison.Ordinal);
        Assert.Contains("I am afraid.", parcel.Content, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Where_the_machine_fails_the_person_is_told_and_the_original_goes_alone()
    {
        var (parcel, shown) = await HandedOver(new Machine(null), "yes", null);
        Assert.Contains("The translation did not work.", shown, StringComparison.Ordinal);
        Assert.Contains("I am afraid.", parcel.Content, StringComparison.Ordinal);
        Assert.DoesNotContain("rendered", parcel.Content, StringComparison.Ordinal);
    }

    [Fact]
    public async Task What_was_made_is_held_in_memory_for_half_an_hour_and_who_comes_too_late_is_told_that_the_original_goes_alone()
    {
        var helplines = new TwoHelplines(Cards);
        await using var chat = await AChat.Open(desk: false, helplines: helplines, translator: new Machine(Made));
        var person = await UpTo("recipient-consent/default", chat);
        await person.Say("yes", "g4");
        await person.SkipTo("recipient-consent/translate");
        await person.Say("yes");
        Assert.Equal("recipient-consent/translation", person.Step);
        chat.Later(0.05);
        await person.Say("yes");
        // Her yes was to this question and to none that she had not seen yet.
        Assert.Equal("keep/keep", person.Step);
        Assert.Contains("The translation did not work.", person.Texts, StringComparison.Ordinal);
        Assert.DoesNotContain("rendered", Assert.Single(helplines.Received).Content, StringComparison.Ordinal);
        await person.Say("so-far");
        Assert.DoesNotContain("The translation did not work.", person.Texts, StringComparison.Ordinal);
    }

    [Fact]
    public void Nobody_translates_and_no_e_mail_goes_unless_the_settings_say_so()
    {
        Assert.Null(Reach.None.Translator);
        Assert.Null(Reach.None.Notices);
        Assert.Null(new BotParts(AChat.Content, new(), new()).Translator);
        Assert.Null(new TurnOptions().NoticesFrom);
    }

    [Theory]
    [InlineData(true, "reads: [es]", "reads: [pt, en]")]
    [InlineData(true, "reads: [es]", "capacity: open")]
    [InlineData(true, "groups: [g1, g3, g4]", "groups: [g1, g3]")]
    [InlineData(false, "name: Clear", "name: Clear")]
    public async Task It_is_asked_only_where_a_machine_is_configured_words_leave_and_the_staff_read_otherwise(bool configured, string was, string becomes)
    {
        var machine = new Machine(Made);
        var helplines = new TwoHelplines(Cards.Replace(was, becomes, StringComparison.Ordinal));
        await using var chat = await AChat.Open(desk: false, helplines: helplines, translator: configured ? machine : null);
        var person = await UpTo("recipient-consent/default", chat);
        await person.Say("yes");
        for (var turn = 0; turn < 10 && person.Step != "keep/keep"; turn++)
        {
            Assert.NotEqual("recipient-consent/translate", person.Step);
            await person.Say(person.Step == "recipient-consent/beyond" ? "yes" : "skip");
        }

        Assert.Single(helplines.Received);
        Assert.Empty(machine.Asked);
    }

    private static async Task<(Parcel Parcel, string Shown)> HandedOver(Machine machine, string ask, string? review, string cards = Cards)
    {
        var helplines = new TwoHelplines(cards);
        await using var chat = await AChat.Open(desk: false, helplines: helplines, translator: machine);
        var person = await UpTo("recipient-consent/default", chat);
        await person.Say("yes");
        Assert.Equal("recipient-consent/beyond", person.Step);
        await person.Say("g4");
        await person.SkipTo("recipient-consent/translate");
        Assert.Empty(machine.Asked);
        var offered = person.Texts;
        await person.Say(ask);
        // What she saw before is what the machine saw.
        Assert.All(machine.Asked, asked => Assert.Contains(asked.Words, offered, StringComparison.Ordinal));
        var shown = person.Texts;
        if (review is not null)
        {
            Assert.Equal("recipient-consent/translation", person.Step);
            Assert.Empty(helplines.Received);
            await person.Say(review);
        }

        Assert.Equal("keep/keep", person.Step);
        return (Assert.Single(helplines.Received), shown);
    }

    internal static async Task<Person> UpTo(string step, AChat chat, bool safe = false)
    {
        var person = await chat.Greet();
        await person.Say("no", "no", "adult", "abuse.harassment", "unknown");
        for (var turn = 0; turn < 60 && person.Step != step; turn++)
            await person.Say(person.Step switch
            {
                "contact/allowed" or "contact/safe" when safe => "yes",
                "contact/channel" when safe => "email",
                "contact/value" when safe => "reader@mail.example",
                _ => person.Kind switch { "review" => "confirm", "text" when person.Field == "/statement/original" => Words, "date" => "2026-11-20", _ => "skip" },
            });
        return person;
    }
}
