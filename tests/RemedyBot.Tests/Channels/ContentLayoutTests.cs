using System.Text;
using RemedyBot.Channels.Activities;
using RemedyBot.Channels.Apps;
using RemedyBot.Localization.Catalogs;

namespace RemedyBot.Tests.Channels;

/// <summary>Every message of every dialog, in every language, on every channel of `dialogs/channels.yaml`: within its limits, and nothing of it lost.</summary>
public sealed class ContentLayoutTests
{
    private static readonly char[] Blank = [' ', '\n'];

    public static TheoryData<string> Channels => new(Limits.Keys);

    private static readonly Dictionary<string, ChannelLimits> Limits = AServer.Content.Channels.Apps.ToDictionary(a => AppPlaces.Of(a.Key), a => a.Value)
        .Concat(AServer.Content.Channels.Connector).Append(new("any", ChannelLimits.App)).ToDictionary();

    private static Catalog Catalog => AServer.Content.Localizer.Catalog;

    [Theory]
    [MemberData(nameof(Channels))]
    public void Every_message_of_every_dialog_fits_and_loses_nothing(string channel)
    {
        var tried = 0;
        foreach (var (language, text, question) in EveryMessage.OfDialogs())
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
        foreach (var (language, text, question) in EveryMessage.OfTexts())
            Check(channel, text, language, question, null);
    }

    [Fact]
    public void Every_app_that_can_be_set_up_has_its_limits() =>
        Assert.All(AppAdapters.Names, name => Assert.True(AServer.Content.Channels.Apps.ContainsKey(name), name));

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
