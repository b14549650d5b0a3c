using System.Text.Json.Nodes;
using System.Text.RegularExpressions;
using RemedyBot.Localization.Catalogs;

namespace RemedyBot.Tests.Channels.Every;

/// <summary>What holds in every app, played in all of them at once.</summary>
public sealed partial class EveryAppTests
{
    private const int MostTurns = 120;

    [Fact]
    public async Task The_whole_intake_is_played_up_to_a_case_that_is_handed_over_and_its_code()
    {
        await using var every = await BehindEveryApp.Start();
        await every.SetUpDesk();
        var people = new List<(APersonInAnApp Person, string Language, string End)>();
        foreach (var language in (string[])["en", "ar"])
        {
            // What is asked is told on the wire of a Connector; the same answers lead through the same questions in every app.
            var (answers, end) = await Played(new(every.Server, every.Connector), language);
            var group = BehindEveryApp.Names.Select(every.Somebody).ToList();
            await Task.WhenAll(group.Select(person => Play(person, answers, AskedInApps(language))));
            people.AddRange(group.Select(p => (p, language, end)));
        }
        Keep(people.Select(p => (p.Person, p.Language)));
        foreach (var (person, language, end) in people)
        {
            Assert.Matches(Code(), person.Text);
            Assert.EndsWith(end, person.All[^1].Text, StringComparison.Ordinal);
        }
        // The desk gets its cases a moment after the person's yes.
        for (var tried = 0; every.Server.Desk < people.Count + 2 && tried < 800; tried++)
            await Task.Delay(25);
        Assert.Equal(people.Count + 2, every.Server.Desk);
        Assert.Empty(every.Wrong);
    }

    [Fact]
    public async Task Who_reads_along_is_said_once_and_as_it_is_in_each_app()
    {
        await using var every = await BehindEveryApp.Start();
        var sentences = new Dictionary<string, string> { ["telegram"] = "company", ["whatsapp"] = "company", ["signal"] = "server", ["sms"] = "networks" };
        foreach (var language in AServer.Content.Spoken(drafts: false).Select(l => l.Tag))
        {
            var people = BehindEveryApp.Names.Select(every.Somebody).ToList();
            await Task.WhenAll(people.Select(person => Play(person, ["hello", language, "so-far"])));
            foreach (var person in people)
            {
                var text = Plain(person.Text);
                foreach (var readers in sentences.Values.Distinct().Append("carried"))
                {
                    var sentence = Plain(AServer.Content.Localizer.Catalog.Render(language, "apps/readers-" + readers));
                    Assert.Equal(sentences[person.App] == readers ? 1 : 0, (text.Length - text.Replace(sentence, "", StringComparison.Ordinal).Length) / sentence.Length);
                }
            }
        }
    }

    [Fact]
    public async Task In_discreet_mode_each_message_begins_with_a_line_that_tells_nothing_and_an_erase_leaves_nothing()
    {
        await using var every = await BehindEveryApp.Start(discreet: true);
        var people = BehindEveryApp.Names.Select(every.Somebody).ToList();
        await Task.WhenAll(people.Select(person => Play(person, ["hello", "en", "no", "erase", "yes"])));
        foreach (var person in people)
        {
            var first = AServer.Content.Localizer.Catalog.Render("en", AServer.Content.Channels.Apps[person.App].FirstLine);
            Assert.True(person.App == "sms" || first.Length > 100, "A notification has room for more than the first line.");
            Assert.All(person.All, h => Assert.StartsWith(first + "\n", h.Text, StringComparison.Ordinal));
            // Before the first answer nothing tells who writes there, and for what.
            var greeting = person.All.Select(h => h.Text).ToList();
            greeting = [.. greeting.Take(1 + greeting.FindIndex(text => text.Contains("Which language", StringComparison.Ordinal)))];
            Assert.NotEmpty(greeting);
            Assert.DoesNotContain(greeting, text => text.Contains("RemedyBot", StringComparison.Ordinal) || text.Contains("program", StringComparison.Ordinal));
            Assert.Contains("Everything is erased here", person.All[^1].Text, StringComparison.Ordinal);
            var deletes = AServer.Content.Channels.Apps[person.App].Deletes > 0;
            Assert.Equal(deletes, every.TakenBack(person.App) > 0);
            Assert.Contains(Plain(AServer.Content.Localizer.Catalog.Render("en", deletes ? "wish-erase/app-removes/text" : "wish-erase/app-keeps/text")), Plain(person.Text), StringComparison.Ordinal);
        }
        for (var tried = 0; every.Server.Waiting > 0 && tried < 200; tried++)
            await Task.Delay(25);
        // Of each chat nothing but the mark of its end.
        Assert.Equal((0, people.Count, 0), (every.Server.Conversations, every.Server.Rows, every.Server.Waiting));
    }

    [Fact]
    public async Task A_message_that_is_changed_begins_nothing_neither_after_an_erase_nor_where_nothing_was()
    {
        await using var every = await BehindEveryApp.Start();
        var (gone, kept, strangers) = (Somebody(), Somebody(), Somebody());
        await Task.WhenAll(gone.Select(person => Play(person, ["hello", "en", "no", "erase", "yes"])).Concat(kept.Select(person => Play(person, ["hello", "en"]))));
        for (var tried = 0; every.Server.Waiting > 0 && tried < 200; tried++)
            await Task.Delay(25);
        var (rows, heard) = (every.Server.Rows, gone.Select(p => p.All.Count).ToList());
        foreach (var person in gone.Concat(strangers).Concat(kept))
            await person.Change("he is outside");
        // Whoever is in a conversation is told; that comes last, so nothing of the others is on its way any more.
        foreach (var person in kept)
            await Settled.After<Heard>(() => [.. person.All.Where(h => h.Text.Contains("A change to a message is not read here", StringComparison.Ordinal))], 0, 1);
        Assert.Equal(heard, gone.Select(p => p.All.Count));
        Assert.All(strangers, person => Assert.Empty(person.All));
        Assert.Equal(rows, every.Server.Rows);

        List<APersonInAnApp> Somebody() => [.. BehindEveryApp.Names.Select(every.Somebody).Where(p => p.CanChange)];
    }

    /// <param name="unlike">The beginning of a question that only some apps ask: it gets a no.</param>
    private static async Task Play(APersonInAnApp person, IEnumerable<string> answers, string? unlike = null)
    {
        foreach (var answer in answers)
            if ((await person.Say(answer)).Any(h => unlike is not null && h.Text.Contains(unlike, StringComparison.Ordinal)))
                await person.Say("no");
    }

    /// <summary>Where a message may come days later it is asked about.</summary>
    private static string AskedInApps(string language) =>
        AServer.Content.Localizer.Catalog.Render(language, "ring/may/text", new Dictionary<string, Arg> { ["ring"] = new Arg.Words("") }).Split('\n')[0];

    private static async Task<(IReadOnlyList<string> Answers, string End)> Played(AChannel channel, string language)
    {
        var answers = new List<string> { "hello" };
        for (var asked = await channel.Ask("hello"); ; asked = await channel.Ask(answers[^1]))
        {
            if (asked.Any(a => (string?)a["channelData"]!["remedybot"]!["kind"] == "end"))
                return (answers, (string)asked[^1]["text"]!);
            var question = Line.Asked(asked);
            Assert.True(answers.Count < MostTurns, $"{question["step"]} after {string.Join(", ", answers)}");
            answers.Add(Answer(question, language));
        }
    }

    private static string Answer(JsonNode question, string language)
    {
        var values = question["choices"]!.AsArray().Select(c => (string)c!["value"]!).ToList();
        return ((string)question["topic"]!, (string)question["kind"]!, (string)question["step"]!) switch
        {
            ("language", _, _) => language,
            (_, "code", _) => "skip",
            (_, "consent", _) => "yes",
            (_, "review", _) => "confirm",
            ("harm", _, _) => "ibsa.threat",
            ("age", _, _) when values.Contains("13_15") => "13_15",
            ("age", _, _) when values.Contains("adult") => "adult",
            ("next", "choice", _) when values.Contains("finish") => "finish",
            (_, "yesno", _) => "no",
            (_, "text", _) => values.Count > 0 ? values[0] : "skip",
            (_, "date", _) => "2026-11-01",
            (_, "items", _) => "https://platform.example/someone",
            _ => values.Count > 0 ? values[0] : "skip",
        };
    }

    /// <summary>Text messages say some signs plainer, and parts may be broken where another line begins.</summary>
    private static string Plain(string text) => Signs().Replace(text, "");

    /// <summary>For whoever wants to read it as a person does: `REMEDYBOT_DUMP` names a folder.</summary>
    private static void Keep(IEnumerable<(APersonInAnApp Person, string Language)> people)
    {
        if (Environment.GetEnvironmentVariable("REMEDYBOT_DUMP") is not { Length: > 0 } folder)
            return;
        Directory.CreateDirectory(folder);
        foreach (var (person, language) in people)
            File.WriteAllText(Path.Combine(folder, $"{person.App}.{language}.txt"), person.Dump);
    }

    [GeneratedRegex(@"\d{5}(?:[ -]?\d{5}){4}")]
    private static partial Regex Code();

    [GeneratedRegex(@"[\s\p{P}\p{Cf}]")]
    private static partial Regex Signs();
}
