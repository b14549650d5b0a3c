using RemedyBot.Pages.Chat;

namespace RemedyBot.Tests.Pages;

public sealed class ChatInputTests
{
    [Theory]
    [InlineData("", "", "", "hello", "hello")]
    [InlineData("", "", "", "", "")]
    [InlineData("", "yes", "", "", "yes")]
    [InlineData("", "yes", "why", "", "why")]
    [InlineData("choices", "a|b", "", "", "a, b")]
    [InlineData("choices", "a|b|done", "", "", "a, b")]
    [InlineData("choices", "done", "", "", "done")]
    [InlineData("choices", "", "", "own words", "own words")]
    [InlineData("choices", "done", "", "own words", "own words")]
    [InlineData("items", "plt.a|done", "", "https://a.example/b,c\nother", "plt.a\nhttps://a.example/b,c\nother")]
    [InlineData("items", "", "", "one", "one")]
    [InlineData("consent", "g1|g2|yes", "", "", "g1, g2")]
    [InlineData("consent", "g1|g2", "", "", "")]
    [InlineData("consent", "g1|g2", "", "not that", "not that")]
    [InlineData("beyond", "yes", "", "", "yes")]
    [InlineData("beyond", "g4|yes", "", "", "g4")]
    [InlineData("beyond", "g4|no", "", "", "no")]
    [InlineData("beyond", "g4", "", "", "g4")]
    [InlineData("beyond", "", "", "", "")]
    [InlineData("consent", "g1|no", "", "", "no")]
    public void A_form_stands_for_one_message(string boxes, string choices, string wish, string text, string message) =>
        Assert.Equal(message, ChatInput.Of(Filled(boxes, choices, wish, text)).Text);

    [Fact]
    public void Yes_with_every_group_taken_away_is_no_consent() =>
        Assert.Equal("", ChatInput.Of(Filled("consent", "yes", "", "")).Text);

    [Fact]
    public void Ticks_are_the_answer_and_words_beside_them_are_not_lost()
    {
        var input = ChatInput.Of(Filled("choices", "a|b|done", "", "someone is at the door"));
        Assert.Equal("a, b", input.Text);
        Assert.Equal("someone is at the door", input.Kept);
    }

    [Theory]
    [InlineData("", "no", "")]
    [InlineData("", "", "why")]
    public void Words_beside_a_tapped_answer_are_kept_for_later(string boxes, string choices, string wish) =>
        Assert.Equal("half a sentence", ChatInput.Of(Filled(boxes, choices, wish, "half a sentence")).Kept);

    [Theory]
    [InlineData("12345 67890 12345 67890 12345", true)]
    [InlineData("١٢٣٤٥٦٧٨٩٠١٢٣٤٥٦٧٨٩٠١٢٣٤٥", true)]
    [InlineData("+49 30 1234567", false)]
    [InlineData("my code is 12345 67890 12345 67890 12345", false)]
    public void A_code_is_known_by_its_digits(string text, bool fits) => Assert.Equal(fits, CodeShape.Fits(text));

    private static ChatForm Filled(string boxes, string choices, string wish, string text) => new()
    {
        Token = "t",
        Id = "abcdefgh",
        Boxes = boxes,
        Choices = choices.Split('|', StringSplitOptions.RemoveEmptyEntries),
        Wish = wish,
        Text = text,
    };
}
