using RemedyBot.Channels.Activities;

namespace RemedyBot.Tests.Channels;

/// <summary>How messages look where room is scarce.</summary>
public sealed class LayoutTests
{
    private static readonly Choice[] Choices =
        [new("yes", "Yes"), new("no", "No"), new("g1", "Your story in your own words and all that goes with it"), new("g2", "How and when you can be reached")];

    [Theory]
    [InlineData("", "")]
    [InlineData("\u2068", "\u2069")]
    public void Things_that_a_text_names_already_get_their_numbers_there_and_yes_and_no_keep_their_words(string before, string after)
    {
        var text = $"They would get:\n{before}– {Choices[2].Title}\n– {Choices[3].Title}{after}";
        var asked = Assert.Single(Of(text, "app:telegram"));
        Assert.Equal(["Yes", "No", "3", "4", "Done"], asked.SuggestedActions!.Actions.Select(a => a.Title));
        Assert.Equal($"They would get:\n{before}3. {Choices[2].Title}\n4. {Choices[3].Title}{after}", asked.Text);
        Assert.EndsWith("\n1. Yes\n2. No", Assert.Single(Of(text, "app:signal")).Text, StringComparison.Ordinal);
    }

    [Fact]
    public void Things_that_no_text_names_are_all_numbers_below_it() =>
        Assert.Equal($"They would get\n1. Yes\n2. No\n3. {Choices[2].Title}\n4. {Choices[3].Title}", Assert.Single(Of("They would get", "app:telegram")).Text);

    [Fact]
    public void Where_own_words_are_asked_for_nothing_is_numbered_that_a_number_does_not_choose()
    {
        var question = new QuestionData { Step = "talk/words", Topic = "handoff", Kind = "text", Choices = [new("finish", "End this talk")], Wishes = [] };
        Assert.Equal("Write.\n– End this talk", Assert.Single(Layout.Of("Write.", "en", question, AServer.Content.Channels.Of("app:sms"), new("Done", null))).Text);
    }

    [Fact]
    public void What_is_said_at_once_goes_together_as_far_as_the_channel_likes_and_what_can_be_tapped_alone()
    {
        Activity Said(char c) => new() { Text = new string(c, 200), Locale = "en" };
        var asked = new Activity { Text = "Well?", Locale = "en", SuggestedActions = new([], [new("imBack", "Yes", "yes")]) };
        var joined = Joined.Of([Said('a'), Said('b'), Said('c'), asked], new() { Text = 4096, Joined = 500 }, null);
        Assert.Equal([402, 200, 5], joined.Select(a => a.Text!.Length));
        Assert.Equal(4, Joined.Of([Said('a'), Said('b'), Said('c'), asked], new() { Text = 4096 }, null).Count);
    }

    [Fact]
    public void Of_wishes_only_those_that_the_channel_names_have_buttons()
    {
        var question = new QuestionData { Step = "a/b", Topic = "safety", Kind = "yesno", Choices = [], Wishes = [new("back", "Back"), new("language", "Language"), new("erase", "Erase everything")] };
        var asked = Assert.Single(Layout.Of("Well?", "en", question, AServer.Content.Channels.Of("app:telegram"), new("Done", null)));
        Assert.Equal(["Back", "Erase everything"], asked.SuggestedActions!.Actions.Select(a => a.Title));
    }

    private static IReadOnlyList<Activity> Of(string text, string channel) =>
        Layout.Of(text, "en", new() { Step = "a/b", Topic = "consent", Kind = "consent", Choices = Choices, Wishes = [] }, AServer.Content.Channels.Of(channel), new("Done", null));
}
