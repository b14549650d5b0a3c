using RemedyBot.Dialogs.Model;
using RemedyBot.Localization.Matching;
using YamlDotNet.RepresentationModel;

namespace RemedyBot.Tests.Contract;

/// <summary>Wishes in the words of those who make them: heard at every step, and never kept as what happened.</summary>
public sealed class TypedWishTests
{
    private static readonly ILookup<string, (string Wish, string Text)> Typed = File.ReadLines(Path.Combine(Repository.Root, "tests/RemedyBot.Tests/Contract/typed-wishes.tsv"))
        .Where(line => line[0] != '#').Select(line => line.Split('\t')).ToLookup(row => row[0], row => (row[1], row[2]));

    public static TheoryData<string> Spoken => [.. Typed.Select(t => t.Key)];

    [Theory]
    [MemberData(nameof(Spoken))]
    public Task Where_answers_are_chosen_it_does_what_the_button_does(string language) => DoesWhatTheButtonDoes(language, "no", "no");

    [Theory]
    [MemberData(nameof(Spoken))]
    public Task Where_words_are_welcome_it_does_what_the_button_does(string language) => DoesWhatTheButtonDoes(language, "no", "no", "adult");

    private static async Task DoesWhatTheButtonDoes(string language, params string[] before)
    {
        await using var chat = await AChat.Open();
        var tapped = new Dictionary<string, string>(StringComparer.Ordinal);
        var missed = new List<string>();
        foreach (var (wish, text) in Typed[language])
        {
            if (!tapped.TryGetValue(wish, out var done))
                tapped[wish] = done = Told(await (await (await chat.Greet(language)).Say(before)).Say(wish));
            if (Told(await (await (await chat.Greet(language)).Say(before)).Say(text)) is var said && said != done)
                missed.Add($"{wish}: {text}: {said}");
        }
        Assert.Equal([], missed);
    }

    /// <summary>Whatever language a word is of: one that is another wish elsewhere would not be heard as this one.</summary>
    [Theory]
    [MemberData(nameof(Spoken))]
    public void Every_word_means_its_wish_in_all_languages_together(string language)
    {
        var offers = Words.Wishes.Select(w => new Offer(w, AChat.Content.Localizer.Catalog.Titles("common/wish." + w))).ToList();
        var yaml = new YamlStream();
        using var file = new StreamReader(Path.Combine(Repository.Root, "localization", language, "words.yaml"));
        yaml.Load(file);
        var wishes = (YamlMappingNode)((YamlMappingNode)yaml.Documents[0].RootNode).Children["wishes"];
        var wrong = from row in wishes.Children
                    let wish = ((YamlScalarNode)row.Key).Value
                    from word in (YamlSequenceNode)row.Value
                    let text = ((YamlScalarNode)word).Value!
                    let read = AChat.Content.Localizer.Wishes.Read(text, offers)
                    where read != wish
                    select $"{text} ({wish}): {read}";
        Assert.Equal([], wrong.ToList());
    }

    [Theory]
    [InlineData("en", "español", "es")]
    [InlineData("en", "Spanish", "es")]
    [InlineData("en", "in Spanish please", "es")]
    [InlineData("en", "can we speak Spanish?", "es")]
    [InlineData("en", "switch to spanish", "es")]
    [InlineData("en", "parle français", "fr")]
    [InlineData("en", "عربي", "ar")]
    [InlineData("es", "english", "en")]
    [InlineData("es", "inglés", "en")]
    [InlineData("es", "en inglés por favor", "en")]
    [InlineData("fr", "anglais", "en")]
    [InlineData("fr", "en anglais svp", "en")]
    [InlineData("pt", "inglês por favor", "en")]
    [InlineData("ar", "انجليزي", "en")]
    [InlineData("ar", "بالإنجليزية", "en")]
    public async Task The_name_of_a_language_is_spoken_at_once(string language, string text, string spoken)
    {
        await using var chat = await AChat.Open();
        foreach (var before in new string[][] { ["no", "no"], ["no", "no", "adult"] })
        {
            var person = await (await chat.Greet(language)).Say(before);
            var step = person.Step;
            await person.Say(text);
            Assert.Equal((step, spoken, false), (person.Step, person.Trace.GetProperty("lang").GetString(), person.Summary.ToString().Contains(text, StringComparison.Ordinal)));
        }
    }

    [Theory]
    [InlineData("en", "I want to leave")]
    [InlineData("en", "I need to leave")]
    [InlineData("en", "I want to end")]
    [InlineData("es", "quiero salir")]
    [InlineData("es", "quiero terminar")]
    [InlineData("fr", "je veux partir")]
    [InlineData("pt", "quero sair")]
    [InlineData("ar", "أريد الخروج")]
    [InlineData("en", "he speaks Spanish")]
    [InlineData("en", "French people threatened me")]
    public async Task What_may_be_said_of_a_home_or_a_life_is_no_wish(string language, string text)
    {
        await using var chat = await AChat.Open();
        var person = await (await (await chat.Greet(language)).Say("no", "no", "adult")).Say(text);
        Assert.DoesNotContain(person.Steps, step => step.StartsWith("wish-", StringComparison.Ordinal) || step.StartsWith("keep/", StringComparison.Ordinal));
        Assert.Equal(language, person.Trace.GetProperty("lang").GetString());
    }

    [Fact]
    public async Task A_value_that_is_offered_is_no_wish()
    {
        await using var chat = await AChat.Open();
        var person = await (await chat.Greet()).Say("no", "no", "adult", "stop", "yes");
        var back = await (await chat.Greet(resume: person.Code)).Say("no");
        Assert.Equal("return/menu", back.Step);
        Assert.Equal("return/finish", (await back.Say("finish")).Step);
    }

    [Theory]
    [InlineData("pt", "socorro")]
    [InlineData("ar", "النجدة")]
    [InlineData("ar", "أحتاج إلى مساعدة")]
    [InlineData("fr", "à l'aide")]
    public async Task A_cry_for_help_is_heard_as_one(string language, string text)
    {
        await using var chat = await AChat.Open();
        Assert.Contains("danger/first", (await (await (await chat.Greet(language)).Say("no", "no")).Say(text)).Steps);
    }

    private static string Told(Person person) => string.Join(' ', person.Steps) + (person.Summary.ToString().Contains("\"original\"", StringComparison.Ordinal) ? " and kept" : "");
}
