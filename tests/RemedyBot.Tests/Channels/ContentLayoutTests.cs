using System.Text;
using RemedyBot.Channels.Activities;
using RemedyBot.Channels.Apps;
using RemedyBot.Localization.Catalogs;
using RemedyBot.Turns;
using RemedyBot.Turns.Activities;

namespace RemedyBot.Tests.Channels;

/// <summary>Every message of every dialog, in every language, on every channel of `dialogs/channels.yaml`: within its limits, and nothing of it lost.</summary>
public sealed class ContentLayoutTests
{
    private static readonly char[] Blank = [' ', '\n'];

    public static TheoryData<string> Channels => new(Limits.Keys);

    private static readonly Dictionary<string, ChannelLimits> Limits = AServer.Content.Channels.Apps.ToDictionary(a => AppPlaces.Of(a.Key), a => a.Value)
        .Concat(AServer.Content.Channels.Connector).Append(new("any", AServer.Content.Channels.Of("a-channel-of-next-year"))).Append(new("page", AServer.Content.Channels.Of(null))).ToDictionary();

    private static Catalog Catalog => AServer.Content.Localizer.Catalog;

    [Theory]
    [MemberData(nameof(Channels))]
    public void Every_message_of_every_dialog_fits_and_loses_nothing(string channel)
    {
        var tried = 0;
        foreach (var (language, text, question) in EveryMessage.OfDialogs())
            foreach (var discreet in (bool[])[false, true])
            {
                Check(channel, text, language, question, discreet);
                tried++;
            }
        Assert.True(tried > 2000, $"only {tried} messages");
    }

    [Theory]
    [MemberData(nameof(Channels))]
    public void Every_other_text_of_the_bot_fits_too(string channel)
    {
        foreach (var (language, text, question) in EveryMessage.OfTexts())
            Check(channel, text, language, question, discreet: false);
    }

    [Fact]
    public void Every_app_that_can_be_set_up_has_its_limits() =>
        Assert.All(AppAdapters.Names, name => Assert.True(AServer.Content.Channels.Apps.ContainsKey(name), name));

    [Theory]
    [MemberData(nameof(Channels))]
    public void Under_every_question_stand_the_ways_out_that_matter_as_buttons_or_as_words(string channel)
    {
        var limits = Limits[channel];
        Assert.Equal(["skip", "stop", "erase", "help"], limits.WaysOut.Always);
        var (tried, scarce) = (0, 0);
        foreach (var (language, text, question) in EveryMessage.OfDialogs().Where(m => m.Question.Asks))
        {
            var asked = Layout.Of(text, language, question, limits, Shown.Words(Catalog, language, firstLine: null))[^1];
            var buttons = asked.SuggestedActions?.Actions.Select(a => a.Title).ToList() ?? [];
            var written = asked.Text!.Split('\n')[^1].TrimEnd('\u2069').Split(" / ");
            foreach (var way in limits.WaysOut.Always)
                Assert.True(buttons.Contains(Catalog.Render(language, "common/wish." + way)) || written.Any(w => w.EndsWith(Catalog.Render(language, "apps/way." + way), StringComparison.Ordinal)), $"{channel} {language} {text}: {way}");
            // As many more as there is room for, by their order.
            var shown = question.Wishes.Where(w => buttons.Contains(w.Title)).Select(w => w.Value).ToList();
            Assert.Equal(shown.Order(), limits.WaysOut.Always.Concat(limits.WaysOut.Then).Where(w => limits.WishButtons?.Contains(w) ?? true).Take(shown.Count).Order());
            tried++;
            scarce += shown.Count is > 0 and < 11 ? 1 : 0;
        }
        Assert.True(tried > 500, $"only {tried} questions");
        Assert.True(!limits.Wishes || scarce > 0, "there was room everywhere");
    }

    [Fact]
    public void Every_word_that_names_a_wish_is_understood_as_that_wish()
    {
        var wishes = RemedyBot.Dialogs.Model.Words.Wishes;
        foreach (var language in AServer.Content.Spoken(drafts: false))
            foreach (var wish in wishes)
                Assert.Equal(wish, AServer.Content.Localizer.Wishes.Read(Catalog.Render(language.Tag, "apps/way." + wish), [.. wishes.Select(w => Wishes.Offer(w, AServer.Content))]));
    }

    private static void Check(string channel, string text, string language, QuestionData question, bool discreet)
    {
        var limits = Limits[channel];
        var words = Shown.Words(Catalog, language, discreet ? limits.FirstLine : null);
        var first = words.First;
        var shown = Layout.Of(text, language, question, limits, words);
        var said = string.Join('\n', shown.Select(a => first is null ? a.Text! : a.Text![(first.Length + 2)..]));
        var left = new Queue<string>(said.Split(Blank, StringSplitOptions.RemoveEmptyEntries));
        foreach (var word in text.Split(Blank, StringSplitOptions.RemoveEmptyEntries))
        {
            // A word longer than a whole message is the only one that may be parted.
            var whole = new StringBuilder();
            while (whole.Length < word.Length && left.Count > 0)
                whole.Append(left.Dequeue());
            Assert.True(word == whole.ToString(), $"{channel} {language}: a word was lost");
        }
        var actions = shown[^1].SuggestedActions?.Actions ?? [];
        // What a number does not choose stands there without one.
        string[] marks = question.Kind == "text" ? [". ", "– "] : [". "];
        foreach (var choice in question.Choices)
            Assert.True(actions.Any(a => a.Title.EndsWith(choice.Title, StringComparison.Ordinal)) || marks.Any(mark => said.Contains(mark + choice.Title, StringComparison.Ordinal)) || said.Contains("✓ " + choice.Title, StringComparison.Ordinal), $"{channel} {language}: {choice.Title} was lost in: {said}");
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
