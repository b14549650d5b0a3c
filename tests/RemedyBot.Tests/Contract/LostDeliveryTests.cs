using RemedyBot.Commands;
using RemedyBot.Storage.Vault;

namespace RemedyBot.Tests.Contract;

/// <summary>Where delivery keys lie in memory, a machine that is switched off loses what was on its way.</summary>
public sealed class LostDeliveryTests
{
    [Fact]
    public async Task The_person_is_told_that_it_was_not_delivered()
    {
        var (data, memory) = (Directory.CreateTempSubdirectory("remedybot-").FullName, Directory.CreateTempSubdirectory("remedybot-").FullName);
        var vault = new VaultOptions { DataFolder = data, VolatileKeyFolder = memory };
        var helplines = new TwoHelplines();
        string code;
        await using (var chat = await AChat.Open(desk: false, helplines: helplines, vault: vault))
        {
            var person = new Person(new ChatTalk(chat.Bot, "en", deliver: false));
            await person.Begin(null);
            await person.Say("no", "no", "adult", "abuse.harassment", "enough", "confirm");
            for (var turn = 0; turn < 12 && person.Code is null; turn++)
                await person.Say(person.Step switch { "recipient-consent/default" or "keep/keep" => "yes", _ => person.Kind == "consent" ? "no" : "skip" });
            code = person.Code!;
            Assert.NotEmpty(person.Handoffs);
            var back = new Person(new ChatTalk(chat.Bot, "en", deliver: false));
            await back.Begin(code);
            await back.Say("no");
            Assert.Contains(Waiting, back.Texts, StringComparison.Ordinal);
        }

        Directory.Delete(memory, recursive: true);
        await using (var chat = await AChat.Open(desk: false, seed: 8, helplines: helplines, vault: vault))
        {
            var person = await (await chat.Greet("en", code)).Say("no");
            Assert.Contains(Failed, person.Texts, StringComparison.Ordinal);
            Assert.DoesNotContain(Waiting, person.Texts, StringComparison.Ordinal);
        }

        Directory.Delete(data, recursive: true);
        Directory.Delete(memory, recursive: true);
    }

    private static string Waiting => AChat.Content.Localizer.Catalog.Render("en", "common/state.waiting", new Dictionary<string, RemedyBot.Localization.Catalogs.Arg>());

    private static string Failed => AChat.Content.Localizer.Catalog.Render("en", "common/state.failed-unsure", new Dictionary<string, RemedyBot.Localization.Catalogs.Arg>());
}
