using System.Text;
using RemedyBot.Channels.Activities;
using RemedyBot.Channels.Apps;
using RemedyBot.Dialogs.Model;
using RemedyBot.Localization.Catalogs;

namespace RemedyBot.Tests.Channels;

/// <summary>Every message of every dialog, in every language, on every channel of `dialogs/channels.yaml`: within its limits, and nothing of it lost.</summary>
public sealed class ContentLayoutTests
{
    private static readonly char[] Blank = [' ', '\n'];

    public static TheoryData<string> Channels => new(Limits.Keys);

    private static readonly Dictionary<string, ChannelLimits> Limits = AServer.Content.Channels.Apps.ToDictionary(a => AppPlaces.Of(a.Key), a => a.Value)
        .Concat(AServer.Content.Channels.Connector).Append(new("any", ChannelLimits.App)).ToDictionary();

    private static readonly IReadOnlyList<string> Languages = [.. AServer.Content.Spoken(drafts: false).Select(l => l.Tag)];

    private static Catalog Catalog => AServer.Content.Localizer.Catalog;

    [Theory]
    [MemberData(nameof(Channels))]
    public void Every_message_of_every_dialog_fits_and_loses_nothing(string channel)
    {
        var tried = 0;
        foreach (var language in Languages)
            foreach (var dialog in AServer.Content.Dialogs.Dialogs.All)
                foreach (var step in dialog.Steps)
                    foreach (var (text, question) in Messages(dialog, step, language))
                        foreach (var first in (string?[])[null, Catalog.Render(language, "apps/first-line")])
                        {
                            Check(channel, text, language, question, first);
                            tried++;
                        }
        Assert.True(tried > 2000, $"only {tried} messages");
    }

    [Theory]
    [MemberData(nameof(Channels))]
    public void Every_other_text_of_the_bot_fits_too(string channel)
    {
        foreach (var language in Languages)
            foreach (var source in AServer.Content.Sources)
                Check(channel, Filled(language, source.Key, source.Placeholders), language, Question("say", [], []), null);
    }

    [Fact]
    public void Every_app_that_can_be_set_up_has_its_limits() =>
        Assert.All(AppAdapters.Names, name => Assert.True(AServer.Content.Channels.Apps.ContainsKey(name), name));

    /// <summary>The texts of a step, each with what can be answered to it.</summary>
    private static IEnumerable<(string Text, QuestionData Question)> Messages(Dialog dialog, Step step, string language)
    {
        var prefix = $"{dialog.Name}/{step.Id}/";
        var sources = AServer.Content.Sources.Where(s => s.Key.StartsWith(prefix, StringComparison.Ordinal)).ToList();
        var choices = step is Ask ask ? Choices(ask, prefix, language) : [];
        IReadOnlyList<Choice> wishes = step is Ask ? [.. Words.Wishes.Select(w => new Choice(w, Catalog.Render(language, "common/wish." + w)))] : [];
        var kind = step is Ask asked ? asked.Kind.ToString().ToLowerInvariant() : "say";
        foreach (var source in sources.Where(s => !s.Key[prefix.Length..].Contains('.', StringComparison.Ordinal)))
            yield return (Filled(language, source.Key, source.Placeholders), Question(kind, choices, wishes));
    }

    private static List<Choice> Choices(Ask ask, string prefix, string language)
    {
        var own = ask.Options.Select(o => new Choice(o.Value, Catalog.Render(language, prefix + "option." + o.Value)));
        var listed = ask.OptionsFrom switch
        {
            null => [],
            "languages" => AServer.Content.Spoken(drafts: false).Select(l => new Choice(l.Tag, l.Name)),
            "platforms" => AServer.Content.Platforms.Select(p => new Choice(p.Value, p.Title!)),
            "groups" => Enumerable.Range(1, 13).Select(i => new Choice("g" + i, Catalog.Render(language, "common/g" + i))),
            _ => AServer.Content.Taxonomy.Select(l => new Choice(l.Value, Catalog.Render(language, l.TitleKey!))),
        };
        var fixedOnes = ask.Kind is PromptKind.YesNo or PromptKind.Consent ? ["yes", "no", "unknown"] : Array.Empty<string>();
        return [.. fixedOnes.Select(v => new Choice(v, Catalog.Render(language, "common/" + v))), .. own.Select((c, i) => c with { Picked = i % 2 == 0 }), .. listed];
    }

    /// <summary>With as much in each placeholder as a long case could bring.</summary>
    private static string Filled(string language, string key, IReadOnlyList<string> placeholders)
    {
        var arguments = placeholders.ToDictionary(p => p, p => p switch
        {
            "count" => new Arg.Count(31),
            "code" => new Arg.Verbatim("12345 67890 12345 67890 12345"),
            "summary" or "letters" => (Arg)new Arg.Words(string.Join('\n', Enumerable.Range(1, 120).Select(i => $"{i}: " + string.Join(' ', Enumerable.Repeat("مثال beispiel", i % 17))))),
            "slip" => new Arg.Verbatim(new string('s', 900)),
            _ => new Arg.Words("a longer value with some words"),
        });
        return Catalog.Render(language, key, arguments);
    }

    private static QuestionData Question(string kind, IReadOnlyList<Choice> choices, IReadOnlyList<Choice> wishes) =>
        new() { Step = "a/b", Topic = "story", Kind = kind, Choices = choices, Wishes = wishes };

    private static void Check(string channel, string text, string language, QuestionData question, string? first)
    {
        var limits = Limits[channel];
        var shown = Layout.Of(text, language, question, limits, new(Catalog.Render(language, "common/done"), first));
        var said = string.Join('\n', shown.Select(a => first is null ? a.Text! : a.Text![(first.Length + 2)..]));
        var words = new Queue<string>(said.Split(Blank, StringSplitOptions.RemoveEmptyEntries));
        foreach (var word in text.Split(Blank, StringSplitOptions.RemoveEmptyEntries))
        {
            // A word longer than a whole message is the only one that may be parted.
            var whole = new StringBuilder();
            while (whole.Length < word.Length && words.Count > 0)
                whole.Append(words.Dequeue());
            Assert.True(word == whole.ToString(), $"{channel} {language}: a word was lost");
        }
        var actions = shown[^1].SuggestedActions?.Actions ?? [];
        foreach (var choice in question.Choices)
            Assert.True(actions.Any(a => a.Title.EndsWith(choice.Title, StringComparison.Ordinal)) || said.Contains(". " + choice.Title, StringComparison.Ordinal) || said.Contains("✓ " + choice.Title, StringComparison.Ordinal), $"{channel} {language}: a choice was lost");
        Assert.All(shown.SkipLast(1), a => Assert.Null(a.SuggestedActions));
        for (var i = 0; i < shown.Count; i++)
            Assert.True(TextMeasure.Fits(shown[i].Text!, i == shown.Count - 1 && actions.Count > 0 ? limits.WithActions : limits.Text, limits.Unit), $"{channel} {language}: too long");
        var list = shown[^1].SuggestedActions is { IsList: true };
        Assert.True(actions.Count <= (list ? limits.Rows : limits.Actions), $"{channel} {language}: too many");
        Assert.All(actions, a => Assert.True(TextMeasure.Fits(a.Title, list ? limits.RowTitle : limits.ActionTitle, limits.Unit is TextUnit.Gsm ? TextUnit.Utf16 : limits.Unit), $"{channel} {language}: a title is too long"));
        if (limits.Callback > 0)
            Assert.All(actions, a => Assert.True(Encoding.UTF8.GetByteCount(Tap.Write(9_999_999, a.Value)) <= limits.Callback, $"{channel}: a value is too long"));
    }
}
