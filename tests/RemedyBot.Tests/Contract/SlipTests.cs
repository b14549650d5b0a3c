using RemedyBot.Handoff.Consent;
using RemedyBot.Localization.Catalogs;

namespace RemedyBot.Tests.Contract;

/// <summary>Proof that a case was passed on: for each of them a slip in a message of its own.</summary>
public sealed class SlipTests
{
    public static TheoryData<string> Languages => [.. AChat.Languages];

    [Theory]
    [MemberData(nameof(Languages))]
    public async Task Each_slip_is_a_message_that_says_for_whom_it_is_and_proves_itself_alone(string language)
    {
        await using var chat = await AChat.Open(helplines: new());
        var person = await chat.Greet(language);
        await person.Say("no", "no", "adult", "abuse.harassment", "unknown", "enough", "confirm", "skip");
        for (var turn = 0; turn < 12 && person.Step != "keep/keep"; turn++)
            await person.Say(person.Step == "recipient-consent/default" ? "yes" : person.Kind == "consent" ? "no" : "skip");
        await person.Say("yes");
        var (code, handed) = (person.Code!, person.Handoffs.ToDictionary(h => h.GetProperty("document").GetProperty("id").GetString()!, h => h.GetProperty("recipient").GetProperty("name").GetString()!));
        Assert.Equal(3, handed.Count);
        await person.Say("stop");
        person = await chat.Greet(language, code);
        await person.Say("no", "copy", "copy");

        var slips = person.Messages.Where(m => m.GetProperty("step").GetString() == "slip/slip").Select(m => m.GetProperty("text").GetString()!).ToList();
        Assert.Equal(handed.Count, slips.Count);
        var proven = slips.Select(text =>
        {
            // Label and slip, and nothing of another.
            var lines = text.Split('\n');
            Assert.Equal(2, lines.Length);
            var paper = SignedPaper.Read(lines[1].Trim('\u2066', '\u2067', '\u2068', '\u2069'), SignKeySet.Of(chat.Bot.Vault.Signing))!;
            Assert.Equal("slip", paper.Kind);
            Assert.Contains(paper.Ref, lines[0], StringComparison.Ordinal);
            Assert.Contains(handed[paper.Ref], lines[0], StringComparison.Ordinal);
            Assert.Contains(AChat.Content.Localizer.Write(language, new Arg.Day(paper.Day)), lines[0], StringComparison.Ordinal);
            return paper.Ref;
        });
        Assert.Equal(handed.Keys.Order(StringComparer.Ordinal), proven.Order(StringComparer.Ordinal));
    }
}
